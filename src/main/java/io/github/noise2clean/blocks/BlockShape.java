package io.github.noise2clean.blocks;

import io.github.noise2clean.zarr.ChunkGrid;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How large the blocks of a stored image are: whole chunks, and no larger than the image needs.
 *
 * @param grid of the chunks
 */
record BlockShape(ChunkGrid grid) {

    /** So many pixels are 16 MB of floats. */
    private static final long USUAL_PIXELS = 1 << 22;

    /**
     * Blocks of about 4 million pixels, which grow along the axes of the network only.
     *
     * @param least of each dimension; it is filled up to chunks
     */
    int[] usual(long[] least, IntPredicate grows) {
        int[] block = filledUp(least);
        for (int d = shortest(block, grows); d >= 0; d = shortest(block, grows)) {
            if (2 * pixels(block) > USUAL_PIXELS) return block;
            block[d] = filledUp(d, 2L * block[d]);
        }
        return block;
    }

    /** Blocks that grow along all axes. */
    BlockGrid usual() {
        return new BlockGrid(
                new ChunkGrid(grid.shape(), usual(new long[grid.numDimensions()], d -> true)));
    }

    /** The smallest whole chunks that hold so many pixels along each dimension. */
    int[] filledUp(long[] pixels) {
        return IntStream.range(0, pixels.length).map(d -> filledUp(d, pixels[d])).toArray();
    }

    private int filledUp(int d, long pixels) {
        long chunk = grid.chunk()[d];
        long most = chunks(grid.shape()[d], chunk);
        return Math.toIntExact(chunk * Math.min(chunks(pixels, chunk), most));
    }

    private static long chunks(long pixels, long chunk) {
        return Math.max(1, -Math.floorDiv(-pixels, chunk));
    }

    /** The dimension that can grow and along which the block has the fewest pixels; or -1. */
    private int shortest(int[] block, IntPredicate grows) {
        long[] shape = grid.shape();
        return IntStream.range(0, block.length)
                .filter(grows)
                .filter(d -> block[d] < shape[d])
                .reduce((a, b) -> block[b] < block[a] ? b : a)
                .orElse(-1);
    }

    private static long pixels(int[] block) {
        return Arrays.stream(block).asLongStream().reduce(1, Math::multiplyExact);
    }
}
