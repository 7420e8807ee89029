package io.github.noise2clean.camera;

import java.io.Serializable;

/**
 * The generalised Anscombe transform of a camera's grey levels: it makes the standard deviation of
 * the noise 1 at every brightness, and darkness 0.
 *
 * <p>Where less than a few photo-electrons are counted and read noise is below one of them, the
 * deviation is less. The way back is the closed form of the exact unbiased inverse of Mäkitalo and
 * Foi, IEEE Transactions on Image Processing 22 (2013) 91-103: from the mean of stabilised values
 * to the mean of the grey levels, which the algebraic inverse misses since the transform is not
 * linear. Below darkness it goes on straight, so that what scatters around darkness does so after
 * it too.
 *
 * <p>Written such that a gain of 0, Gaussian noise alone, needs no case of its own.
 */
public final class Anscombe implements Serializable {

    private static final double ROOT = Math.sqrt(1.5);
    private static final int STEPS = 6;
    private static final int BISECTIONS = 60;

    private final double gain;
    private final double offset;

    /** Half the gain times the transform of darkness, before that is subtracted. */
    private final double dark;

    /** The mean of the stabilised values of darkness. */
    private final double darkMean;

    public Anscombe(Camera camera) {
        gain = camera.gain();
        offset = camera.offset();
        dark = Math.sqrt(camera.readNoise() * camera.readNoise() + 0.375 * gain * gain);
        darkMean = darkMean();
    }

    /** One noisy grey level as a value whose noise has the standard deviation 1. */
    public double stabilize(double grey) {
        double root = Math.sqrt(Math.max(0, gain * (grey - offset) + dark * dark));
        return gain > 0 && root == 0 ? -2 * dark / gain : 2 * (grey - offset) / (root + dark);
    }

    /** The mean of the stabilised values of pixels whose mean grey level is this. */
    public double stabilizedMean(double mean) {
        if (mean <= offset) return darkMean + (mean - offset) / slope(darkMean);
        double value = stabilize(mean); // above the root of a convex function: Newton cannot miss
        for (int i = 0; i < STEPS; i++) value -= (restored(value) - mean) / slope(value);
        return value;
    }

    /** The mean grey level of pixels whose stabilised values have this mean. */
    public double restoreMean(double stabilized) {
        return stabilized > darkMean
                ? restored(stabilized)
                : offset + (stabilized - darkMean) * slope(darkMean);
    }

    private double restored(double value) {
        return offset + dark * value + gain * (value * value / 4 + 0.25 + tail(inverse(value)));
    }

    /** Grey levels per stabilised value. */
    private double slope(double value) {
        return dark + gain * (value / 2 + tailSlope(inverse(value)));
    }

    /** One over the transform in photo-electrons, with darkness where the paper has it. */
    private double inverse(double value) {
        return gain / (gain * value + 2 * dark);
    }

    private static double tail(double d) {
        return d * (ROOT / 4 + d * (-11.0 / 8 + d * 5 * ROOT / 8));
    }

    private static double tailSlope(double d) {
        return -d * d * (ROOT / 4 + d * (-11.0 / 4 + d * 15 * ROOT / 8));
    }

    /** Between the smallest value for which the closed form holds, and 0. */
    private double darkMean() {
        if (gain == 0) return 0;
        double low = ROOT - 2 * dark / gain;
        double high = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (restored(middle) < offset) low = middle;
            else high = middle;
        }
        return high;
    }
}
