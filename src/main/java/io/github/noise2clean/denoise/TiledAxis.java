package io.github.noise2clean.denoise;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How one axis of an image is cut into tiles.
 *
 * <p>The image starts at 0 and is continued up to the domain, the next size that the network takes.
 * A window never leaves the domain, so that the network's own borders act on a tile as they act on
 * the whole image.
 *
 * @param reach of the network along the axis
 * @param size of the image
 * @param side the wanted size of a tile; where the network takes one size only, that decides
 * @param even whether the tiles are of that size but for the last, and not of shares of the image
 */
record TiledAxis(AxisReach reach, long size, long side, boolean even) {

    TiledAxis {
        if (size < 1 || side < 1)
            throw new IllegalArgumentException("image of " + size + ", tile of " + side);
    }

    /** With tiles that are shares of similar size. */
    TiledAxis(AxisReach reach, long size, long side) {
        this(reach, size, side, false);
    }

    /** With other tiles of the same kind. */
    TiledAxis withSide(long other) {
        return new TiledAxis(reach, size, other, even);
    }

    long domain() {
        return Math.max(size, reach.sizeFor(size));
    }

    /**
     * The pixels of a tile between others: all where a window shows all, otherwise the side, or
     * shares of similar size.
     */
    long tile() {
        if (reach.isFixed()) return fixedTile();
        long wanted = reach.stepped(Math.min(side, size));
        if (seenBy(wanted) >= domain()) return domain();
        if (even) return wanted;
        long tiles = ceilDiv(domain(), wanted);
        long overlap = seenBy(wanted) - wanted;
        long window = reach.sizeFor(ceilDiv(domain() + (tiles - 1) * overlap, tiles));
        return Math.max(reach.stepped(1), (window - overlap) / reach.step() * reach.step());
    }

    /** The tiles. Of shares the first and the last, with a halo on one side only, are larger. */
    List<Span> tiles() {
        long outer = outer();
        List<Span> tiles = new ArrayList<>();
        for (long first = 0; first < size; ) {
            long left = domain() - first;
            long tile = first == 0 || left <= outer ? outer : tile();
            tiles.add(new Span(first, Math.min(first + tile, size) - 1));
            first += tile;
        }
        return tiles;
    }

    /** The tiles of a part of the axis that is a tile of this or of a coarser tiling. */
    List<Span> tiles(Span part) {
        return LongStream.rangeClosed(0, (part.size() - 1) / tile())
                .map(i -> part.first() + i * tile())
                .mapToObj(first -> new Span(first, Math.min(first + tile() - 1, part.last())))
                .toList();
    }

    /** What is left of a window at the border of the image. */
    private long outer() {
        if (even || reach.isFixed() || window() == domain()) return tile();
        return window() - reach.stepped(reach.halo());
    }

    /** The pixels the network is shown at once, the same number for every tile. */
    long window() {
        return Math.min(domain(), seenBy(tile()));
    }

    /** Where the window begins that shows all that {@code target} depends on in the domain. */
    long windowStart(Span target) {
        long wanted = reach.sourceFor(target).first();
        return Math.max(0, Math.min(wanted, domain() - window()));
    }

    /** The tiles that hold some of {@code wanted}. */
    List<Span> touching(Span wanted) {
        return tiles().stream()
                .filter(tile -> tile.first() <= wanted.last() && tile.last() >= wanted.first())
                .toList();
    }

    /** The pixels of the image that the windows show in order to fill {@code wanted}. */
    Span seen(Span wanted) {
        List<Span> tiles = touching(wanted);
        long first = windowStart(tiles.get(0));
        long last = windowStart(tiles.get(tiles.size() - 1)) + window() - 1;
        if (last < size) return new Span(first, last);
        long mirrored = 2 * size - 1 - last;
        return new Span(Math.max(0, Math.min(first, mirrored)), size - 1);
    }

    /** What is left within the halos of a window, unless it shows the whole domain. */
    private long fixedTile() {
        boolean whole = domain() == reach.smallest();
        return whole ? domain() : reach.smallest() - 2L * reach.halo();
    }

    private long seenBy(long tile) {
        return reach.sizeFor(reach.sourceFor(new Span(0, tile - 1)).size());
    }

    static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
