package io.github.noise2clean.image;

import net.imglib2.Sampler;
import net.imglib2.img.basictypeaccess.FloatAccess;
import net.imglib2.type.numeric.ARGBType;

/**
 * Red, green or blue of an RGB pixel, read and written as a float.
 *
 * <p>ImgLib2's own channel views damage the other colours when a value above 127 is written.
 */
final class ColourAccess implements FloatAccess {

    private static final int HIGHEST = 255;

    private final Sampler<? extends ARGBType> pixel;
    private final int shift;

    ColourAccess(Sampler<? extends ARGBType> pixel, int shift) {
        this.pixel = pixel;
        this.shift = shift;
    }

    @Override
    public float getValue(int index) {
        return pixel.get().get() >> shift & HIGHEST;
    }

    @Override
    public void setValue(int index, float value) {
        int others = pixel.get().get() & ~(HIGHEST << shift);
        pixel.get().set(others | RoundingAccess.round(value, HIGHEST) << shift);
    }
}
