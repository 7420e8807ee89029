package io.github.noise2clean.train;

/**
 * How large the steps of a training are.
 *
 * @param highest the rate where it does not rise or fall
 */
public record LearningRate(double highest, Course course) {

    private static final double RISE = 0.03;

    /** How the rate changes while a network is trained. */
    public enum Course {
        /**
         * A rise from zero over the first 3 % of the steps, then half a cosine down to zero
         * (Loshchilov and Hutter 2017, without restarts).
         */
        COSINE,
        /** The same at every step. */
        CONSTANT
    }

    public LearningRate {
        if (!(highest > 0 && highest <= 1))
            throw new IllegalArgumentException(
                    "The learning rate must be above 0 and at most 1, not " + highest + ".");
    }

    public static LearningRate cosine(double highest) {
        return new LearningRate(highest, Course.COSINE);
    }

    public static LearningRate constant(double rate) {
        return new LearningRate(rate, Course.CONSTANT);
    }

    /**
     * The rate at a step, counted from 0.
     *
     * @param steps of the whole training
     */
    double at(long step, long steps) {
        if (course == Course.CONSTANT) return highest;
        double rise = Math.max(1, RISE * steps);
        if (step < rise) return highest * (step + 1) / rise;
        double progress = (step - rise) / Math.max(1, steps - rise);
        return highest * 0.5 * (1 + Math.cos(Math.PI * progress));
    }
}
