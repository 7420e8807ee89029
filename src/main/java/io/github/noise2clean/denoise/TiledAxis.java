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
 */
record TiledAxis(AxisReach reach, long size, long side) {

    TiledAxis {
        if (size < 1 || side < 1)
            throw new IllegalArgumentException("image of " + size + ", tile of " + side);
    }

    long domain() {
        return Math.max(size, reach.sizeFor(size));
    }

    /**
     * The pixels of a tile between others: all where a window shows all, otherwise shares of
     * similar size.
     */
    long tile() {
        if (reach.isFixed()) return fixedTile();
        long wanted = reach.stepped(Math.min(side, size));
        if (seenBy(wanted) >= domain()) return domain();
        long tiles = ceilDiv(domain(), wanted);
        long overlap = seenBy(wanted) - wanted;
        long window = reach.sizeFor(ceilDiv(domain() + (tiles - 1) * overlap, tiles));
        return Math.max(reach.stepped(1), (window - overlap) / reach.step() * reach.step());
    }

    /** The tiles. The first and the last, which need a halo on one side only, are larger. */
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
        if (reach.isFixed() || window() == domain()) return tile();
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
