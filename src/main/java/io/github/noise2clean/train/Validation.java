package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import io.github.noise2clean.tensor.OutOfMemory;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Measures a network on the same patches after every epoch, in grey values. */
final class Validation {

    private final List<Batch> batches;
    private final Objective objective;

    /**
     * All are NaN where there is nothing to judge by.
     *
     * @param psnr in dB, of the mean squared error over all patches; NaN where a target is noisy
     * @param ssim NaN there too, and where the patches are smaller than its window
     */
    record Result(double loss, double psnr, double ssim) {}

    /** One validation patch, relative to its image's data range. */
    private record Score(double squaredError, double ssim) {}

    /** A batch's loss and the scores of its patches. */
    private record Scores(double loss, List<Score> patches) {

        Scores with(Scores other) {
            return new Scores(
                    loss + other.loss,
                    Stream.concat(patches.stream(), other.patches.stream()).toList());
        }
    }

    Validation(List<Batch> batches, Objective objective) {
        this.batches = batches;
        this.objective = objective;
    }

    /**
     * @param atOnce the most patches that the network is shown at once
     */
    Result of(TorchModule module, int atOnce) {
        List<Scores> scores =
                batches.stream()
                        .map(batch -> Part.of(batch, atOnce))
                        .map(parts -> scores(module, parts))
                        .toList();
        List<Score> patches = scores.stream().flatMap(batch -> batch.patches().stream()).toList();
        return new Result(
                mean(scores, Scores::loss),
                -10 * Math.log10(mean(patches, Score::squaredError)),
                mean(patches, Score::ssim));
    }

    private Scores scores(TorchModule module, List<Part> parts) {
        return parts.stream()
                .map(part -> OutOfMemory.typed(() -> scores(module, part)))
                .reduce(Scores::with)
                .orElseThrow();
    }

    private Scores scores(TorchModule module, Part part) {
        Batch batch = part.batch();
        try (NDManager scope = Torch.newScope(module.device())) {
            NDArray output = module.forward(Batches.noisy(batch, scope));
            double error = objective.reconstruction(output, part).getFloat();
            float[] denoised = output.toFloatArray();
            return new Scores(
                    error,
                    IntStream.range(0, batch.patches())
                            .mapToObj(patch -> score(batch, denoised, patch))
                            .toList());
        }
    }

    private static Score score(Batch batch, float[] denoised, int patch) {
        List<Score> channels =
                IntStream.range(0, batch.channels())
                        .mapToObj(channel -> score(batch, denoised, patch, channel))
                        .toList();
        return new Score(mean(channels, Score::squaredError), mean(channels, Score::ssim));
    }

    private static Score score(Batch batch, float[] denoised, int patch, int channel) {
        TrainingImage image = batch.images().get(patch);
        if (!image.hasCleanTarget()) return new Score(Double.NaN, Double.NaN);
        double range = image.range().width();
        IntensityMap map = image.intensities().get(channel);
        int plane = patch * batch.channels() + channel;
        float[] output = restored(map, pixels(denoised, batch, plane));
        float[] target = restored(map, pixels(batch.target(), batch, plane));
        double sum = 0;
        for (int i = 0; i < output.length; i++) sum += square((output[i] - target[i]) / range);
        return new Score(sum / output.length, ssim(batch, target, output, range));
    }

    private static double ssim(Batch batch, float[] target, float[] output, double range) {
        int window = SsimDefinition.SKIMAGE.windowSize();
        if (spatial(batch).stream().anyMatch(size -> size < window)) return Double.NaN;
        return new Ssim(SsimDefinition.SKIMAGE, range)
                .mean(image(target, batch), image(output, batch));
    }

    private static RandomAccessibleInterval<FloatType> image(float[] pixels, Batch batch) {
        List<Long> size = spatial(batch);
        int last = size.size() - 1;
        return ArrayImgs.floats(
                pixels,
                IntStream.rangeClosed(0, last).mapToLong(d -> size.get(last - d)).toArray());
    }

    private static List<Long> spatial(Batch batch) {
        return batch.size().subList(1, batch.size().size());
    }

    /** One channel of one patch. */
    private static float[] pixels(float[] all, Batch batch, int plane) {
        int length = batch.patchValues() / batch.channels();
        return Arrays.copyOfRange(all, plane * length, (plane + 1) * length);
    }

    private static float[] restored(IntensityMap map, float[] normalized) {
        for (int i = 0; i < normalized.length; i++) normalized[i] = map.restore(normalized[i]);
        return normalized;
    }

    private static double square(double x) {
        return x * x;
    }

    private static <T> double mean(List<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
