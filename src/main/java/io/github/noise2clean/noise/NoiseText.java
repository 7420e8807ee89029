package io.github.noise2clean.noise;

import java.util.Arrays;
import java.util.List;

/** The text form of a {@link NoiseModel}: its steps, joined by a plus. */
final class NoiseText {

    private static final int LONGEST = 2000;

    /** Before a digit a plus belongs to an exponent. */
    private static final String PLUS = "\\+(?![0-9])";

    private NoiseText() {}

    static NoiseModel parse(String text) {
        if (text.length() > LONGEST)
            throw new IllegalArgumentException(
                    "The noise is a text of %d characters: use at most %d."
                            .formatted(text.length(), LONGEST));
        List<NoiseModel> steps =
                Arrays.stream(text.split(PLUS, -1))
                        .map(String::strip)
                        .map(NoiseKind::read)
                        .toList();
        return steps.size() == 1 ? steps.get(0) : new NoiseSequence(steps);
    }
}
