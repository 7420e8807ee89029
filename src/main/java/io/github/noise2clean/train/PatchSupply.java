package io.github.noise2clean.train;

import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.BatchSource;
import io.github.noise2clean.dataset.PatchSampler;
import io.github.noise2clean.dataset.Prefetcher;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.dataset.WholeImages;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.train.TrainingSettings.Patches;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;

/** The patches of a training: random ones to learn from, fixed ones to validate with. */
final class PatchSupply {

    /** Enough for a mean that does not jump, few enough to cost a small part of an epoch. */
    private static final long VALIDATION_PIXELS = 128 * 64 * 64;

    /** Of small patches so many are judged at once, since each call costs time of its own. */
    private static final long BATCH_PIXELS = 16 * 64 * 64;

    /** Among so many, the rare ones are found too. */
    private static final long RANGE_VALUES = 1 << 19;

    private static final int VALIDATION_STREAM = 1;

    private final BatchSource training;
    private final List<Batch> validation;
    private final int batchSize;
    private final long steps;

    PatchSupply(TrainingSet images, Footprint footprint, TrainingSettings settings) {
        if (footprint.oneSize()) requireOneSize(images, footprint);
        if (images.hasBlindSpots()) requireSinglePixels(settings.optimisation().loss());
        if (images.validation().isEmpty()) requireNoChoice(settings.weights());
        this.batchSize = settings.patches().batch();
        this.steps = settings.schedule().steps();
        long validationSeed = Seeds.mixed(settings.seed(), VALIDATION_STREAM);
        if (settings.patches().areWhole()) requireSize(images, footprint);
        Optional<long[]> size = size(images, footprint, settings.patches());
        boolean turned = settings.patches().turned();
        this.training = source(images.training(), size, turned, settings.seed());
        this.validation =
                images.validation().isEmpty()
                        ? List.of()
                        : validation(source(images.validation(), size, turned, validationSeed));
    }

    Prefetcher prefetch(long firstStep) {
        return new Prefetcher(step -> training.batch(step, batchSize), firstStep);
    }

    /** The pixels along each side of a patch, slowest axis first. */
    List<Long> patchSize() {
        List<Long> size = training.batch(0, 1).size();
        return size.subList(1, size.size());
    }

    /** Empty where nothing is to be judged. */
    List<Batch> validation() {
        return validation;
    }

    /** The lowest and the highest normalised value of patches from all over the training. */
    DataRange inputRange() {
        long batches = RANGE_VALUES / training.batch(0, batchSize).noisy().length + 1;
        long steps = Math.max(batches, this.steps);
        return LongStream.range(0, batches)
                .mapToObj(i -> training.batch(i * steps / batches, batchSize))
                .map(batch -> DataRange.of(ArrayImgs.floats(batch.noisy(), batch.noisy().length)))
                .reduce(DataRange::with)
                .orElseThrow();
    }

    /** Absent for whole images. */
    private static Optional<long[]> size(TrainingSet images, Footprint footprint, Patches patches) {
        return patches.areWhole()
                ? Optional.empty()
                : Optional.of(patchSize(images, footprint, patches.size()));
    }

    private static BatchSource source(
            List<TrainingImage> images, Optional<long[]> size, boolean turned, long seed) {
        return size.isPresent()
                ? new PatchSampler(images, size.get(), turned, seed)
                : new WholeImages(images, seed);
    }

    /**
     * The patch's size along each axis, x first: as wanted, but no larger than the smallest
     * training image, rounded up to what the network takes.
     */
    static long[] patchSize(TrainingSet images, Footprint footprint, int wanted) {
        int dimensions = footprint.multiple().size();
        long[] size = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int dimension = d;
            long smallest =
                    images.training().stream()
                            .mapToLong(image -> image.target().dimension(dimension))
                            .min()
                            .orElseThrow();
            size[d] = footprint.snappedSize(Math.min(wanted, smallest), dimensions - 1 - d);
        }
        return size;
    }

    private List<Batch> validation(BatchSource held) {
        Batch one = held.batch(0, 1);
        long pixels = one.patchValues() / one.channels();
        int patches = (int) Math.max(batchSize, BATCH_PIXELS / pixels);
        long batches = Math.max(1, VALIDATION_PIXELS / (patches * pixels));
        return LongStream.range(0, batches).mapToObj(i -> held.batch(i, patches)).toList();
    }

    /** Of larger images the network could learn, but they could not be denoised with it. */
    private static void requireOneSize(TrainingSet images, Footprint footprint) {
        List<Integer> slowestFirst = footprint.multiple();
        long[] wanted = new long[slowestFirst.size()];
        for (int d = 0; d < wanted.length; d++) wanted[d] = slowestFirst.get(wanted.length - 1 - d);
        Stream.concat(images.training().stream(), images.validation().stream())
                .map(image -> Arrays.copyOf(image.target().dimensionsAsLongArray(), wanted.length))
                .filter(size -> !Arrays.equals(size, wanted))
                .findFirst()
                .ifPresent(size -> refuse(size, wanted));
    }

    private static void requireNoChoice(FinalWeights weights) {
        if (weights == FinalWeights.BEST)
            throw new IllegalArgumentException(
                    "Without images to judge by, the best weights cannot be told: take the last or"
                            + " the averaged ones.");
    }

    /** The windows of SSIM hold pixels that are not hidden, and would be learned by heart. */
    private static void requireSinglePixels(Loss loss) {
        if (loss == Loss.SSIM)
            throw new IllegalArgumentException(
                    "The loss ssim cannot be taken on hidden pixels alone: to learn from noisy"
                            + " images alone, choose mse or l1.");
    }

    private static void refuse(long[] size, long[] wanted) {
        throw new IllegalArgumentException(
                "The network learns from images of %s pixels only, and there is one of %s: use a"
                                .formatted(text(wanted), text(size))
                        + " fully convolutional network, such as resblock-ae, for other sizes.");
    }

    private static String text(long[] size) {
        return Arrays.stream(size).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }

    private static void requireSize(TrainingSet images, Footprint footprint) {
        TrainingImage first = images.training().get(0);
        for (int d = 0; d < first.dimensions(); d++) {
            long size = first.target().dimension(d);
            long snapped = footprint.snappedSize(size, first.dimensions() - 1 - d);
            if (size != snapped)
                throw new IllegalArgumentException(
                        "The network cannot learn from whole images whose side is %d pixels: the"
                                        .formatted(size)
                                + " next it takes is %d. Choose a patch size.".formatted(snapped));
        }
    }
}
