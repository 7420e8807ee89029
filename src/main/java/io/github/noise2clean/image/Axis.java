package io.github.noise2clean.image;

import java.util.List;
import java.util.Locale;

/** The meaning of one dimension; declared in the order in which ImageJ nests them. */
public enum Axis {
    X,
    Y,
    CHANNEL,
    Z,
    TIME;

    private static final String LETTERS = "XYCZT";

    /**
     * Reads letters such as XYC, in the order of the axes declared here.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static List<Axis> parse(String letters) {
        String upper = letters.strip().toUpperCase(Locale.ROOT);
        if (!upper.matches("XYC?Z?T?"))
            throw new IllegalArgumentException(
                    "Unknown axes '" + letters + "': give X and Y, and then those of C, Z and T.");
        return upper.chars().mapToObj(letter -> values()[LETTERS.indexOf(letter)]).toList();
    }
}
