package io.github.noise2clean.image;

import net.imglib2.Sampler;
import net.imglib2.img.basictypeaccess.FloatAccess;
import net.imglib2.type.numeric.RealType;

/** A pixel of an unsigned integer type, read and written as a float. */
final class RoundingAccess implements FloatAccess {

    private final Sampler<? extends RealType<?>> pixel;
    private final int highest;

    RoundingAccess(Sampler<? extends RealType<?>> pixel, int highest) {
        this.pixel = pixel;
        this.highest = highest;
    }

    @Override
    public float getValue(int index) {
        return pixel.get().getRealFloat();
    }

    @Override
    public void setValue(int index, float value) {
        pixel.get().setReal((float) round(value, highest));
    }

    /** The nearest of the values 0 to {@code highest}; 0 for NaN, as Math.round has it. */
    static int round(float value, int highest) {
        return Math.max(0, Math.min(highest, Math.round(value)));
    }
}
