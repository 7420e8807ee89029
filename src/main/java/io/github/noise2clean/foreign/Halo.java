package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;

/** What is taken for the halo of a network whose makers do not tell one. */
final class Halo {

    private static final int OF_PLANES = 64;
    private static final int OF_VOLUMES = 24;

    /** Of images of one size, so much of each side at most. */
    private static final int SHARE = 8;

    private Halo() {}

    /**
     * A generous one.
     *
     * @param dimensions spatial axes
     * @param step from one size to the next, 0 for one size
     */
    static AxisReach assumed(int dimensions, int smallest, int step) {
        int generous = dimensions == 3 ? OF_VOLUMES : OF_PLANES;
        int halo = step == 0 ? Math.min(generous, smallest / SHARE) : generous;
        return new AxisReach(halo, smallest, step);
    }
}
