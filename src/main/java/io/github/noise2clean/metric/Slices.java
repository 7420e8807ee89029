package io.github.noise2clean.metric;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Neighbouring slices of an image along its last dimension, which one thread works on.
 *
 * @param first the lowest
 * @param end behind the highest
 */
record Slices(int first, int end) {

    /** So many that a thread that is slower for a while keeps no other waiting for long. */
    private static final int PARTS_PER_THREAD = 4;

    /**
     * Does the work of all slices from 0 on, on the threads of the caller's {@link ForkJoinPool} or
     * of the common one.
     *
     * @param thinnest so many slices are worth a part of their own
     */
    static void forEachPart(int slices, int thinnest, Consumer<Slices> work) {
        int wanted = PARTS_PER_THREAD * (1 + ForkJoinPool.getCommonPoolParallelism());
        int count = Math.max(1, Math.min(wanted, slices / thinnest));
        List<Slices> parts =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> new Slices(part(slices, i, count), part(slices, i + 1, count)))
                        .toList();
        parts.parallelStream().forEach(work);
    }

    private static int part(int slices, int number, int count) {
        return (int) ((long) slices * number / count);
    }
}
