package io.github.noise2clean.benchmark;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of several measurements, which one that was disturbed does not move far. */
final class Median {

    private Median() {}

    /** The mean of the two in the middle, where the number is even. */
    static <T> double of(Collection<T> measured, ToDoubleFunction<T> value) {
        double[] sorted = measured.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
