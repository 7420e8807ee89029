package io.github.noise2clean.denoise;

import io.github.noise2clean.network.AxisReach;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The tiles that suit an image stored in chunks: several of a row fill a chunk, or one fills
 * several chunks, so that no tile is needed for two blocks of chunks.
 *
 * @param chunk x first
 * @param reaches of the network, slowest axis first
 * @param image its size, x first
 */
record ChunkedTile(long[] chunk, List<AxisReach> reaches, long[] image) {

    private static final int LEAST_SIDE = 16;
    private static final int USUAL_SIDE = 128;
    private static final int MOST_CHUNKS = 64;

    /** The sides that are worth a look: those that divide the longest chunk, or that it divides. */
    LongStream sides() {
        long longest = Arrays.stream(chunk).max().orElseThrow();
        while (longest < USUAL_SIDE) longest *= 2;
        return sides(longest);
    }

    private LongStream sides(long longest) {
        long largest = Arrays.stream(image).max().orElseThrow();
        LongStream parts = LongStream.iterate(longest, s -> s >= LEAST_SIDE, s -> s / 2);
        LongStream several =
                LongStream.rangeClosed(2, MOST_CHUNKS)
                        .map(n -> n * longest)
                        .takeWhile(side -> side < largest + longest);
        return LongStream.concat(parts, several);
    }

    /** The tiling whose tiles have about this side and suit the chunks. */
    Tiling tiling(long side) {
        long[] tile = IntStream.range(0, image.length).mapToLong(d -> tile(d, side)).toArray();
        return Tiling.even(tile, reaches, image);
    }

    private long tile(int d, long side) {
        AxisReach reach = reaches.get(image.length - 1 - d);
        if (side >= image[d] || reach.isFixed()) return side;
        long unit = unit(chunk[d], reach.step());
        return side >= unit ? side / unit * unit : part(unit, side, reach);
    }

    /** The largest half, quarter, ... of the unit that is no longer than the side, if it steps. */
    private static long part(long unit, long side, AxisReach reach) {
        long part = unit;
        while (part > side && part % (2L * reach.step()) == 0) part /= 2;
        return part <= side ? part : reach.stepped(side);
    }

    /** The fewest chunks that the network can step over. */
    private static long unit(long chunk, long step) {
        return LongStream.iterate(chunk, several -> several + chunk)
                .filter(several -> several % step == 0)
                .findFirst()
                .orElseThrow();
    }
}
