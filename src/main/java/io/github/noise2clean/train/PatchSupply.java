package io.github.noise2clean.train;

import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.PatchSampler;
import io.github.noise2clean.dataset.Prefetcher;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Footprint;
import java.util.List;
import java.util.stream.LongStream;

/** The patches of a training: random ones to learn from, fixed ones to validate with. */
final class PatchSupply {

    /** Enough for a mean that does not jump, few enough to cost a small part of an epoch. */
    private static final int VALIDATION_PATCHES = 128;

    private static final int VALIDATION_STREAM = 1;

    private final PatchSampler training;
    private final List<Batch> validation;
    private final int batchSize;

    PatchSupply(TrainingSet images, Footprint footprint, TrainingSettings settings) {
        long[] size = patchSize(images, footprint, settings.patches().size());
        this.batchSize = settings.patches().batch();
        this.training = new PatchSampler(images.training(), size, settings.seed());
        PatchSampler held =
                new PatchSampler(
                        images.validation(), size, Seeds.mixed(settings.seed(), VALIDATION_STREAM));
        int batches = Math.max(1, VALIDATION_PATCHES / batchSize);
        this.validation =
                LongStream.range(0, batches).mapToObj(i -> held.batch(i, batchSize)).toList();
    }

    Prefetcher prefetch(long firstStep) {
        return new Prefetcher(step -> training.batch(step, batchSize), firstStep);
    }

    List<Batch> validation() {
        return validation;
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
                            .mapToLong(image -> image.clean().dimension(dimension))
                            .min()
                            .orElseThrow();
            size[d] = footprint.snappedSize(Math.min(wanted, smallest), dimensions - 1 - d);
        }
        return size;
    }
}
