package io.github.noise2clean.denoise;

import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Span;

/**
 * How one axis of an image is cut into tiles.
 *
 * <p>The image starts at 0 and is continued up to the domain, the next size that the network takes.
 * A window never leaves the domain, so that the network's own borders act on a tile as they act on
 * the whole image.
 *
 * @param axis of the footprint
 * @param size of the image
 * @param side the wanted size of a tile
 */
record TiledAxis(Footprint footprint, int axis, long size, long side) {

    TiledAxis {
        if (size < 1 || side < 1)
            throw new IllegalArgumentException("image of " + size + ", tile of " + side);
    }

    long domain() {
        return footprint.snappedSize(size, axis);
    }

    /** The pixels of a tile: all where a window shows all, otherwise shares of similar size. */
    long tile() {
        long wanted = footprint.snappedSize(Math.min(side, size), axis);
        if (seenBy(wanted) >= domain()) return domain();
        long tiles = ceilDiv(domain(), wanted);
        return footprint.snappedSize(ceilDiv(domain(), tiles), axis);
    }

    /** The pixels the network is shown at once, the same number for every tile. */
    long window() {
        return Math.min(domain(), seenBy(tile()));
    }

    /** Where the window begins that shows all that {@code target} depends on in the domain. */
    long windowStart(Span target) {
        long wanted = footprint.sourceFor(target, axis).first();
        return Math.max(0, Math.min(wanted, domain() - window()));
    }

    private long seenBy(long tile) {
        return footprint.sourceFor(new Span(0, tile - 1), axis).size();
    }

    static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
