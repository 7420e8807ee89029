package io.github.noise2clean.train;

/**
 * A rise from zero over the first steps, then half a cosine down to zero (Loshchilov and Hutter
 * 2017, without restarts).
 *
 * @param highest the rate at the end of the rise
 * @param steps of the whole training
 */
record LearningRate(double highest, long steps) {

    private static final double RISE = 0.03;

    /** The rate at a step, counted from 0. */
    double at(long step) {
        double rise = Math.max(1, RISE * steps);
        if (step < rise) return highest * (step + 1) / rise;
        double progress = (step - rise) / Math.max(1, steps - rise);
        return highest * 0.5 * (1 + Math.cos(Math.PI * progress));
    }
}
