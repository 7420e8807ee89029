package io.github.noise2clean.zeroshot;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import java.util.Locale;

/** What a network of its own is trained on: much of one kind, or little that is all alike. */
public enum Portion {
    /** One network for all planes and channels, each channel normalised by itself. */
    IMAGE,
    /** A network for each channel, which learns from all its planes. */
    CHANNEL,
    /** A network for each plane of each channel, which takes as long as so many images. */
    PLANE;

    /** The parts of the image, each a view. */
    List<AxisImage> of(AxisImage image) {
        return switch (this) {
            case IMAGE -> List.of(image);
            case CHANNEL -> image.channels();
            case PLANE ->
                    image.planes().stream()
                            .map(plane -> new AxisImage(plane, List.of(Axis.X, Axis.Y)))
                            .toList();
        };
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Portion parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown portion '" + text + "': choose image, channel or plane.", e);
        }
    }
}
