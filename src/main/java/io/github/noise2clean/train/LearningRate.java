package io.github.noise2clean.train;

/**
 * How large the steps of a training are.
 *
 * @param highest the rate where it does not rise or fall
 * @param fanIn a fully connected layer of more inputs takes smaller steps, in proportion (Yang and
 *     Hu 2021, table 3, for Adam); infinite where all layers take the same
 */
public record LearningRate(double highest, Course course, double fanIn) {

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
        if (!(fanIn >= 1))
            throw new IllegalArgumentException(
                    "The fan-in of the learning rate must be at least 1, not " + fanIn + ".");
    }

    public static LearningRate cosine(double highest) {
        return new LearningRate(highest, Course.COSINE, Double.POSITIVE_INFINITY);
    }

    public static LearningRate constant(double rate) {
        return new LearningRate(rate, Course.CONSTANT, Double.POSITIVE_INFINITY);
    }

    /**
     * The share of the rate that a fully connected layer takes: Adam moves each weight by about the
     * rate, and a value made of 50,000 inputs by up to 50,000 times that.
     */
    double share(long inputs) {
        return Math.min(1, fanIn / inputs);
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
