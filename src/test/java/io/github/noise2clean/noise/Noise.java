package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Constant images made noisy, and the figures of their pixels. */
final class Noise {

    static final DataRange RANGE = new DataRange(100, 1100);
    static final int SIZE = 100_000;

    private Noise() {}

    static float[] on(float value, NoiseModel model, long seed) {
        float[] pixels = new float[SIZE];
        Arrays.fill(pixels, value);
        model.addTo(pixels, RANGE, new SplittableRandom(seed));
        return pixels;
    }

    static float[] on(float value, String model, long seed) {
        return on(value, NoiseModel.parse(model), seed);
    }

    static double mean(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) sum += pixel;
        return sum / pixels.length;
    }

    static double variance(float[] pixels) {
        double mean = mean(pixels);
        double sum = 0;
        for (float pixel : pixels) sum += (pixel - mean) * (pixel - mean);
        return sum / pixels.length;
    }

    static double share(float[] pixels, double value) {
        int count = 0;
        for (float pixel : pixels) if (pixel == (float) value) count++;
        return count / (double) pixels.length;
    }

    /** Five standard errors of a share of all pixels. */
    static double errorOfShare(double share) {
        return 5 * Math.sqrt(share * (1 - share) / SIZE);
    }

    /** Five standard errors of the mean of all pixels. */
    static double errorOfMean(double variance) {
        return 5 * Math.sqrt(variance / SIZE);
    }
}
