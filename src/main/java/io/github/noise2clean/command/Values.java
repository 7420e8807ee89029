package io.github.noise2clean.command;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Values that came from a dialog or a macro, which checks nothing: an image that was not found is
 * one of 0 x 0 pixels, and what was not given may be null or blank.
 */
final class Values {

    private Values() {}

    /**
     * @param image null where none is open
     * @throws IllegalArgumentException with {@code sentence} if it has no pixels
     */
    static ImagePlus image(ImagePlus image, String sentence) {
        if (image == null || image.getWidth() == 0 || image.getProcessor() == null)
            throw new IllegalArgumentException(sentence);
        return image;
    }

    /**
     * @throws IllegalArgumentException with {@code sentence} if it is blank
     */
    static Path path(String text, String sentence) {
        return path(text).orElseThrow(() -> new IllegalArgumentException(sentence));
    }

    /** The path, unless it is blank. */
    static Optional<Path> path(String text) {
        return given(text).map(Path::of);
    }

    /** The path in a list, or an empty list where it is blank. */
    static List<Path> paths(String text) {
        return path(text).stream().toList();
    }

    /**
     * @param thing what is counted, 0 of which stands for as many as suits
     * @throws IllegalArgumentException with a sentence for the user
     */
    static void requireNotNegative(int count, String thing) {
        if (count < 0)
            throw new IllegalArgumentException(
                    "There must be at least 1 %s, or 0 for automatic, not %d."
                            .formatted(thing, count));
    }

    /** The text without blanks around it, unless it is blank. */
    static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** The text itself, empty where none was given. */
    static String text(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
