package io.github.noise2clean.metric;

import java.util.Arrays;

/**
 * Spearman's rank correlation: 1 where one quantity always grows with the other, 0 where it tells
 * nothing of it.
 */
final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * Equal values share the mean of their ranks.
     *
     * @param a finite values, two or more
     * @param b as many
     * @return NaN where all values of one are equal
     */
    static double of(float[] a, float[] b) {
        if (a.length != b.length || a.length < 2)
            throw new IllegalArgumentException(a.length + " values and " + b.length);
        double[] first = centredRanks(a);
        double[] second = centredRanks(b);
        return product(first, second)
                / Math.sqrt(product(first, first))
                / Math.sqrt(product(second, second));
    }

    /** Ranks from 0 on, less their mean. */
    private static double[] centredRanks(float[] values) {
        long[] sorted = sortedWithIndices(values);
        double[] ranks = new double[values.length];
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && sorted[end] >> 32 == sorted[start] >> 32) end++;
            double rank = (start + end - 1) / 2.0 - (values.length - 1) / 2.0;
            for (int i = start; i < end; i++) ranks[(int) sorted[i]] = rank;
        }
        return ranks;
    }

    /**
     * The value in the upper half of each number, as an integer of the same order; its index below.
     */
    private static long[] sortedWithIndices(float[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) keys[i] = (long) ordered(values[i]) << 32 | i;
        Arrays.sort(keys);
        return keys;
    }

    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f); // -0 becomes 0
        return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
