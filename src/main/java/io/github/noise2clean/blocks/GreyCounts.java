package io.github.noise2clean.blocks;

import java.io.Serializable;

/** How often each digit occurs among the keys of grey values. */
final class GreyCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] counts = new long[1 << GreyKeys.DIGIT];

    /** Counts one more. */
    void add(int digit) {
        counts[digit]++;
    }

    /** Adds those of other pixels. */
    void add(GreyCounts others) {
        for (int i = 0; i < counts.length; i++) counts[i] += others.counts[i];
    }

    long total() {
        return before(counts.length);
    }

    /** The digit that the pixel of this rank has, from 0, of all sorted ones. */
    int digit(long rank) {
        long left = rank;
        int digit = 0;
        while (left >= counts[digit]) left -= counts[digit++];
        return digit;
    }

    /** How many pixels have a smaller digit. */
    long before(int digit) {
        long sum = 0;
        for (int i = 0; i < digit; i++) sum += counts[i];
        return sum;
    }
}
