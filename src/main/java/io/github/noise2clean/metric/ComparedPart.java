package io.github.noise2clean.metric;

import ij.ImagePlus;

/** What a comparison gives one {@link Quality} each. */
public enum ComparedPart {

    /** Every X,Y plane, whatever its channel, with a 2-D window. */
    PLANE,

    /** Every X,Y plane with its channels averaged, as is usual for RGB. */
    COLOUR_PLANE,

    /** Every X,Y,Z volume with a 3-D window. */
    VOLUME;

    /** The part for an image: volumes if asked for, otherwise planes, with all colours of RGB. */
    public static ComparedPart of(ImagePlus image, boolean volume) {
        if (volume) return VOLUME;
        return image.getType() == ImagePlus.COLOR_RGB ? COLOUR_PLANE : PLANE;
    }
}
