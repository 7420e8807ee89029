package io.github.noise2clean.zarr;

import net.imglib2.Interval;

/** What an array is before its values are read: its size, their type, and how they are stored. */
public record ZarrHeader(ChunkGrid grid, PixelType type, Storage storage) {

    /** Leaves room for what a compression adds that fails. */
    private static final int MOST_CHUNK_BYTES = Integer.MAX_VALUE - (1 << 24);

    public ZarrHeader {
        if (grid.valuesOfChunk() > MOST_CHUNK_BYTES / type.bytes())
            throw new IllegalArgumentException(
                    "a chunk of more than 2 GB: " + grid.valuesOfChunk() + " values");
    }

    /** Pixels along each dimension, the fastest first. */
    public long[] shape() {
        return grid.shape();
    }

    /** Pixels along each dimension of a chunk, the fastest first. */
    public int[] chunk() {
        return grid.chunk();
    }

    /** All of the array. */
    public Interval interval() {
        return grid.interval();
    }

    /** Of the values that a chunk has room for. */
    int chunkBytes() {
        return (int) grid.valuesOfChunk() * type.bytes();
    }
}
