package io.github.noise2clean.noise;

import java.util.random.RandomGenerator;

/**
 * Random numbers of the Poisson distribution, exact up to rounding.
 *
 * <p>Means below 10 by multiplication of uniform numbers (Knuth, The Art of Computer Programming 2,
 * 3.4.1); others by transformed rejection, algorithm PTRS of Hörmann, Insurance: Mathematics and
 * Economics 12 (1993) 39-45, at a cost that does not grow with the mean.
 */
final class PoissonNumbers {

    private static final double SMALLEST_FOR_REJECTION = 10;

    private static final double[] FACTORIALS = {1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880};

    private PoissonNumbers() {}

    /**
     * A whole number; a mean that is infinite or not a number is returned itself.
     *
     * @param mean at least 0
     */
    static double draw(double mean, RandomGenerator random) {
        if (!Double.isFinite(mean)) return mean;
        return mean < SMALLEST_FOR_REJECTION ? product(mean, random) : rejection(mean, random);
    }

    private static double product(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) count++;
        return count;
    }

    /** The names and constants are those of the paper. */
    private static double rejection(double mean, RandomGenerator random) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double vr = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= vr) return k;
            if (k < 0 || us < 0.013 && v > us) continue;
            if (Math.log(v * inverseAlpha / (a / (us * us) + b)) <= logProbability(k, mean))
                return k;
        }
    }

    private static double logProbability(double k, double mean) {
        return k * Math.log(mean) - mean - logFactorial(k);
    }

    /** Stirling's series, whose error is below 1e-10 from 10 on. */
    static double logFactorial(double k) {
        if (k < FACTORIALS.length) return Math.log(FACTORIALS[(int) k]);
        double square = k * k;
        double correction = (1 / 12.0 - (1 / 360.0 - 1 / (1260 * square)) / square) / k;
        return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + correction;
    }
}
