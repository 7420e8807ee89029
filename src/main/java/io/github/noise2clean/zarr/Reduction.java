package io.github.noise2clean.zarr;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many pixels of a level, along each dimension, become one of the next; where the level's size
 * is no multiple, the last pixels become one of fewer, or are left out.
 */
record Reduction(int[] factors) {

    private static final int LARGEST = 1024;

    /**
     * @param ratio of the distances of the pixels, where the sizes leave it open
     * @return empty, if the factors are no whole numbers
     */
    static Optional<Reduction> between(long[] below, long[] above, double[] ratio) {
        long[] factors =
                IntStream.range(0, below.length)
                        .mapToLong(d -> factor(below[d], above[d], Math.rint(ratio[d])))
                        .toArray();
        if (LongStream.of(factors).anyMatch(factor -> factor < 1 || factor > LARGEST))
            return Optional.empty();
        return Optional.of(new Reduction(LongStream.of(factors).mapToInt(i -> (int) i).toArray()));
    }

    /** The size of the next level, in which all pixels take part. */
    long[] reduced(long[] size) {
        return IntStream.range(0, size.length)
                .mapToLong(d -> (size[d] - 1) / factors[d] + 1)
                .toArray();
    }

    /** 0 where there is none. */
    private static long factor(long below, long above, double expected) {
        if (below == above) return 1;
        if (expected > 1 && expected <= LARGEST && fits(below, above, (long) expected))
            return (long) expected;
        long least = below / above;
        return LongStream.of(least, least + 1)
                .filter(factor -> factor > 1 && fits(below, above, factor))
                .findFirst()
                .orElse(0);
    }

    private static boolean fits(long below, long above, long factor) {
        return below / factor <= above && above <= (below - 1) / factor + 1;
    }
}
