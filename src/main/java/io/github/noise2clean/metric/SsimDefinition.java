package io.github.noise2clean.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Which window, and which covariance, an SSIM is computed with. */
public enum SsimDefinition {

    /** scikit-image's default: a uniform window of 7 pixels, sample covariance. */
    SKIMAGE {
        @Override
        double[] weights() {
            return normalized(7, distance -> 1);
        }

        @Override
        double covarianceFactor(int dimensions) {
            double pixels = Math.pow(weights().length, dimensions);
            return pixels / (pixels - 1);
        }
    },

    /** Wang et al. 2004: a Gaussian of sigma 1.5 cut to 11 pixels, population covariance. */
    WANG {
        @Override
        double[] weights() {
            return normalized(11, distance -> Math.exp(-distance * distance / (2 * 1.5 * 1.5)));
        }

        @Override
        double covarianceFactor(int dimensions) {
            return 1;
        }
    };

    /**
     * Reads "skimage" or "wang".
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static SsimDefinition parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown SSIM definition '" + text + "': choose skimage or wang.", e);
        }
    }

    /** The window along one axis; it sums to 1. */
    abstract double[] weights();

    /** What turns the covariance of a window into the one that this definition means. */
    abstract double covarianceFactor(int dimensions);

    /** The pixels along each side of the window. */
    public int windowSize() {
        return weights().length;
    }

    private static double[] normalized(int size, DoubleUnaryOperator weightAtDistance) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> weightAtDistance.applyAsDouble(i - size / 2));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }
}
