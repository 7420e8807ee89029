package io.github.noise2clean.metric;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.imglib2.Dimensions;
import net.imglib2.util.Intervals;

/** Sizes of images, compared and told to the user. */
final class Sizes {

    private Sizes() {}

    static void requireEqual(Dimensions reference, Dimensions test) {
        if (!Intervals.equalDimensions(reference, test))
            throw new IllegalArgumentException(
                    "The images differ in size: the reference has %s pixels, the test image %s."
                            .formatted(text(reference), text(test)));
    }

    /** Such as "64 x 48 x 3". */
    static String text(Dimensions size) {
        return Arrays.stream(size.dimensionsAsLongArray())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" x "));
    }
}
