package io.github.noise2clean.zarr;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.iterator.LocalizingIntervalIterator;
import net.imglib2.util.Intervals;

/**
 * An array that is cut into chunks of one size, beginning at 0; those at its end are cut off there.
 *
 * @param shape and
 * @param chunk pixels along each dimension, the fastest first
 */
public record ChunkGrid(long[] shape, int[] chunk) {

    /** Beyond it, positions and their products would not be exact. */
    private static final long MOST_VALUES = 1L << 53;

    public ChunkGrid {
        if (shape.length == 0 || shape.length != chunk.length)
            throw new IllegalArgumentException(
                    "an array of %d dimensions in chunks of %d"
                            .formatted(shape.length, chunk.length));
        if (LongStream.of(shape).anyMatch(size -> size < 1)
                || IntStream.of(chunk).anyMatch(size -> size < 1))
            throw new IllegalArgumentException(
                    "an array of %s values in chunks of %s"
                            .formatted(Arrays.toString(shape), Arrays.toString(chunk)));
        shape = shape.clone();
        chunk = chunk.clone();
        if (product(LongStream.of(shape)) > MOST_VALUES || product(longs(chunk)) > MOST_VALUES)
            throw new IllegalArgumentException(
                    "more values than can be: " + Arrays.toString(shape));
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public int[] chunk() {
        return chunk.clone();
    }

    public int numDimensions() {
        return shape.length;
    }

    /** All of the array. */
    public Interval interval() {
        return new FinalInterval(shape);
    }

    /** The values that a chunk has room for. */
    public long valuesOfChunk() {
        return product(longs(chunk));
    }

    /** What the chunk at this position holds of the array. */
    public Interval interval(long[] position) {
        long[] min = new long[shape.length];
        long[] max = new long[shape.length];
        for (int d = 0; d < shape.length; d++) {
            min[d] = position[d] * chunk[d];
            max[d] = Math.min(shape[d], min[d] + chunk[d]) - 1;
        }
        return new FinalInterval(min, max);
    }

    /** The positions of the chunks that {@code box} touches, the fastest dimension first. */
    public Iterable<long[]> touched(Interval box) {
        long[] min = new long[shape.length];
        long[] max = new long[shape.length];
        for (int d = 0; d < shape.length; d++) {
            min[d] = box.min(d) / chunk[d];
            max[d] = box.max(d) / chunk[d];
        }
        return () -> positions(new LocalizingIntervalIterator(min, max));
    }

    /** Refuses a box that is not in the array. */
    void requireWithin(Interval box) {
        if (box.numDimensions() != shape.length
                || !Intervals.contains(interval(), box)
                || Intervals.isEmpty(box))
            throw new IllegalArgumentException(Intervals.toString(box) + " in " + this);
    }

    /** Refuses a block that does not begin and end at borders of chunks, or at the array's end. */
    void requireWhole(Interval block) {
        requireWithin(block);
        if (!isWhole(block))
            throw new IllegalArgumentException(
                    Intervals.toString(block) + " are no whole chunks of " + this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkGrid grid
                && Arrays.equals(shape, grid.shape)
                && Arrays.equals(chunk, grid.chunk);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(chunk);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " in chunks of " + Arrays.toString(chunk);
    }

    private static Iterator<long[]> positions(LocalizingIntervalIterator places) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return places.hasNext();
            }

            @Override
            public long[] next() {
                places.fwd();
                return places.positionAsLongArray();
            }
        };
    }

    private boolean isWhole(Interval block) {
        return IntStream.range(0, shape.length)
                .allMatch(
                        d ->
                                block.min(d) % chunk[d] == 0
                                        && (block.max(d) + 1 == shape[d]
                                                || (block.max(d) + 1) % chunk[d] == 0));
    }

    private static LongStream longs(int[] numbers) {
        return IntStream.of(numbers).asLongStream();
    }

    /** The largest there is where it would be larger. */
    private static long product(LongStream factors) {
        return factors.reduce(
                1,
                (product, factor) ->
                        product > Long.MAX_VALUE / factor ? Long.MAX_VALUE : product * factor);
    }
}
