package io.github.noise2clean.denoise;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.Host;
import io.github.noise2clean.tensor.MemoryEstimate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Chooses the tiles that take the least time: with small ones many pixels are computed twice, and
 * with large ones a network's values leave the caches of a processor.
 *
 * @param bytesPerPixel that the values of a network take
 * @param cached whether the device is as fast as its caches, as a CPU is
 * @param memory of the device, where that tells
 */
record TileChoice(double bytesPerPixel, boolean cached, Optional<Host.Memory> memory) {

    /** What a window may take at most: half the memory of a small GPU. */
    private static final long MOST_BYTES = 2L << 30;

    /** On two processors with caches of 2 MiB; the default network's windows are 650 x 650 then. */
    private static final double CACHED_BYTES = 160L << 20;

    /** How much longer a pixel takes whose values come from memory, on the same processors. */
    private static final double SLOWEST = 1.5;

    private static final int LEAST_SIDE = 16;

    /** The smallest tiles if no window is small enough. */
    Tiling of(List<AxisReach> reaches, long... imageSize) {
        long longest = Arrays.stream(imageSize).max().orElseThrow();
        long most = Math.max(1, longest / LEAST_SIDE);
        return LongStream.rangeClosed(1, most)
                .map(parts -> TiledAxis.ceilDiv(longest, parts))
                .distinct()
                .mapToObj(side -> Tiling.ofSide(side, reaches, imageSize))
                .filter(tiling -> bytes(tiling) <= mostBytes())
                .min(Comparator.comparingDouble(this::cost))
                .orElseGet(() -> Tiling.ofSide(1, reaches, imageSize));
    }

    /**
     * Tiles of one size: multiples of the chunks in which the image is stored, or parts of these.
     *
     * @param chunk x first
     */
    Tiling of(long[] chunk, List<AxisReach> reaches, long... imageSize) {
        ChunkedTile tiles = new ChunkedTile(chunk, reaches, imageSize);
        return tiles.sides()
                .mapToObj(tiles::tiling)
                .filter(tiling -> bytes(tiling) <= mostBytes())
                .min(Comparator.comparingDouble(this::cost))
                .orElseGet(() -> tiles.tiling(1));
    }

    /**
     * Such as "tiles of 512 x 512 pixels in windows of 568 x 568, about 125 MB".
     *
     * @param channels that the network is shown, and that it makes
     */
    String text(Tiling tiling, int channels) {
        double bytes = bytes(tiling) + (cached ? bytesBeside(tiling, channels) : 0);
        return tiling + ", " + new MemoryEstimate(bytes, memory);
    }

    /** Of the tiles that are read and written meanwhile, which are in Java's memory. */
    private static double bytesBeside(Tiling tiling, int channels) {
        return (double) TilePipeline.BUFFERS * Float.BYTES * channels * tiling.windowPixels();
    }

    /**
     * At most half of what is free on a GPU. On a processor windows are small anyway, and shall be
     * the same whatever else runs beside: the samples of a network differ from tile to tile.
     */
    private double mostBytes() {
        if (cached) return MOST_BYTES;
        return memory.map(m -> Math.min(MOST_BYTES, m.free() / 2.0)).orElse((double) MOST_BYTES);
    }

    private double cost(Tiling tiling) {
        return slowness(bytes(tiling)) * tiling.windows() * tiling.windowPixels();
    }

    private double slowness(double bytes) {
        return cached ? Math.max(1, Math.min(SLOWEST, bytes / CACHED_BYTES)) : 1;
    }

    private double bytes(Tiling tiling) {
        return bytesPerPixel * tiling.windowPixels();
    }
}
