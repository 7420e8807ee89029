package io.github.noise2clean.network;

/**
 * Along one axis, what a network must see around a pixel and which sizes it takes.
 *
 * @param halo pixels that an output pixel depends on, to either side
 * @param smallest the smallest size that the network takes
 * @param step from one size to the next; 0 where the smallest is the only one
 */
public record AxisReach(int halo, int smallest, int step) {

    public AxisReach {
        if (halo < 0 || smallest < 1 || step < 0)
            throw new IllegalArgumentException(
                    "halo " + halo + ", smallest " + smallest + ", step " + step);
        if (step == 0 && 2L * halo >= smallest)
            throw new IllegalArgumentException(
                    "halos of %d leave nothing of %d pixels".formatted(halo, smallest));
    }

    /** Whether all that the network is shown is of one size. */
    public boolean isFixed() {
        return step == 0;
    }

    /** The smallest size that the network takes and that holds {@code pixels}; of one size, it. */
    public long sizeFor(long pixels) {
        return isFixed() ? smallest : smallest + stepped(Math.max(0, pixels - smallest));
    }

    /** The smallest multiple of the step that holds {@code pixels}. */
    public long stepped(long pixels) {
        return ceilDiv(pixels, step) * step;
    }

    /**
     * The pixels needed to fill {@code target}: grown by the halo, snapped outwards to the steps.
     */
    public Span sourceFor(Span target) {
        long grid = Math.max(1, step);
        long first = Math.floorDiv(target.first() - halo, grid) * grid;
        return new Span(first, ceilDiv(target.last() + halo + 1, grid) * grid - 1);
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
