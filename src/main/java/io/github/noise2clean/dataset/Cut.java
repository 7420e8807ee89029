package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.PlaneContext;
import java.util.Optional;

/**
 * What a network is shown of an image at once.
 *
 * @param dimensions spatial axes: 2 for planes, 3 for volumes
 * @param channels together; for 1, each channel of an image is an image of its own
 * @param context the planes that are shown along with each
 * @param axes what the planes of a stack are
 */
public record Cut(int dimensions, int channels, Optional<PlaneContext> context, AxisChoice axes) {

    /** Each plane of each channel. */
    public static final Cut PLANES = new Cut(2, 1);

    public Cut {
        if (dimensions < 2 || dimensions > 3 || channels < 1)
            throw new IllegalArgumentException(
                    "dimensions " + dimensions + ", channels " + channels);
        if (context.isPresent() && dimensions != 2)
            throw new IllegalArgumentException("volumes with " + context);
    }

    /** Planes or volumes by themselves, of stacks that are what they say. */
    public Cut(int dimensions, int channels) {
        this(dimensions, channels, Optional.empty(), AxisChoice.AUTO);
    }

    /** The same of stacks that are something else. */
    public Cut with(AxisChoice other) {
        return new Cut(dimensions, channels, context, other);
    }
}
