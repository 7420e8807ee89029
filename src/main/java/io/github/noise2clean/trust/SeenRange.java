package io.github.noise2clean.trust;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;

/**
 * The intensities that a network has learned from, for one channel of an image.
 *
 * @param intensities what the channel's grey values were normalised by
 * @param values the normalised ones it has learned from
 */
public record SeenRange(IntensityMap intensities, DataRange values) {

    /** Of a network that has learned from the channel itself. */
    public static final SeenRange EVERYTHING =
            new SeenRange(
                    IntensityMap.linear(0, 1), new DataRange(-Float.MAX_VALUE, Float.MAX_VALUE));

    boolean holds(float grey) {
        double value = intensities.normalize(grey);
        return value >= values.min() && value <= values.max();
    }
}
