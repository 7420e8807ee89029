package io.github.noise2clean.denoise;

import java.util.Locale;

/** How a user asks for an {@link Estimate}, by a word. */
public enum Uncertainty {
    /** The denoised image alone. */
    NONE,
    /** The mean over the eight turns and mirrors of the image, in its place. */
    AVERAGE,
    /** That mean, and the standard deviation over the eight. */
    SPREAD,
    /** Mean, standard deviation and samples of a variational network. */
    SAMPLES;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Uncertainty parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown uncertainty '" + text + "': choose none, average, spread or samples.",
                    e);
        }
    }

    /**
     * @param count of samples, where they are asked for
     * @param seed of these
     * @throws IllegalArgumentException with a sentence for the user, if the count is impossible
     */
    public Estimate estimate(int count, long seed) {
        return switch (this) {
            case NONE -> Estimate.PLAIN;
            case AVERAGE -> new Estimate.Average();
            case SPREAD -> new Estimate.Spread();
            case SAMPLES -> new Estimate.Samples(count, seed);
        };
    }
}
