package io.github.noise2clean.engine;

import io.github.noise2clean.tensor.DeviceChoice;
import java.util.stream.IntStream;

/**
 * What a self-test computes.
 *
 * @param loss of the training, the mean over its steps
 * @param mean of the denoised pixels, in grey values
 * @param deviation of the denoised pixels: the population's standard deviation
 * @param pixel in the middle
 */
record SelfTestNumbers(double loss, double mean, double deviation, double pixel) {

    /**
     * Those that {@link SelfTest} made with PyTorch 2.7.1 for CPU on x86_64 with AVX-512 and one
     * thread; without any vector instructions, or with AVX2 and two threads, they differed by less
     * than 1e-6.
     */
    static final SelfTestNumbers STORED =
            new SelfTestNumbers(0.0255321935, 50.4313753, 0.553558918, 50.6288872);

    /** Far above what the order of additions changes, and far below what the step does. */
    private static final double TOLERANCE = 1e-3;

    /** A GPU may round what it multiplies to the 10 binary digits of TF32. */
    private static final double TOLERANCE_OF_GPU = 1e-2;

    static SelfTestNumbers of(double loss, float[] denoised) {
        double mean = IntStream.range(0, denoised.length).mapToDouble(i -> denoised[i]).sum();
        mean /= denoised.length;
        double squares = 0;
        for (float pixel : denoised) squares += (pixel - mean) * (pixel - mean);
        return new SelfTestNumbers(
                loss,
                mean,
                Math.sqrt(squares / denoised.length),
                denoised[denoised.length / 2 + (int) Math.sqrt(denoised.length) / 2]);
    }

    static double tolerance(DeviceChoice device) {
        return device == DeviceChoice.CPU ? TOLERANCE : TOLERANCE_OF_GPU;
    }

    /** The largest difference from others, relative to them; NaN if a number is. */
    double difference(SelfTestNumbers others) {
        return IntStream.range(0, 4)
                .mapToDouble(i -> values()[i] / others.values()[i] - 1)
                .map(Math::abs)
                .reduce(0, Math::max);
    }

    private double[] values() {
        return new double[] {loss, mean, deviation, pixel};
    }
}
