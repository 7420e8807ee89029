package io.github.noise2clean.dataset;

import java.util.Locale;

/** The images to learn from, or those to be judged by. */
public enum BenchmarkPart {
    TRAINING,
    TEST;

    /**
     * Reads "training" or "test".
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static BenchmarkPart parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown part '" + text + "': choose training or test.", e);
        }
    }
}
