package io.github.noise2clean.tensor;

import java.util.Locale;

/** How exactly the user wants a network to compute. */
public enum PrecisionChoice {
    /** In float16 on a GPU, where that was seen to make nearly the same; otherwise in float32. */
    AUTO,
    FLOAT32;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static PrecisionChoice parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown precision '" + text + "': choose auto or float32.", e);
        }
    }
}
