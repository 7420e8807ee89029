package io.github.noise2clean.blocks;

import io.github.noise2clean.zarr.ChunkGrid;
import java.util.stream.LongStream;
import net.imglib2.Interval;
import net.imglib2.util.IntervalIndexer;

/** The blocks of an image, numbered from 0, the fastest axis first. */
record BlockGrid(ChunkGrid grid) {

    static BlockGrid of(long[] shape, int[] block) {
        return new BlockGrid(new ChunkGrid(shape, block));
    }

    long count() {
        return LongStream.of(counts()).reduce(1, Math::multiplyExact);
    }

    Interval at(long index) {
        long[] counts = counts();
        long[] position = new long[counts.length];
        IntervalIndexer.indexToPosition(index, counts, position);
        return grid.interval(position);
    }

    private long[] counts() {
        long[] counts = grid.shape();
        for (int d = 0; d < counts.length; d++)
            counts[d] = -Math.floorDiv(-counts[d], (long) grid.chunk()[d]);
        return counts;
    }
}
