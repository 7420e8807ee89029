package io.github.noise2clean.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/** The linear map of a grey value v to the normalised (v - offset) / scale, and back. */
public record IntensityMap(double offset, double scale) {

    public IntensityMap {
        if (!(Double.isFinite(offset) && Double.isFinite(scale) && scale > 0))
            throw new IllegalArgumentException("offset " + offset + ", scale " + scale);
    }

    /** One grey value as a normalised one. */
    public float normalize(float grey) {
        return (float) ((grey - offset) / scale);
    }

    /** One normalised value as a grey one. */
    public float restore(float normalized) {
        return (float) (normalized * scale + offset);
    }

    /** A read-only view of grey values as normalised ones. */
    public RandomAccessibleInterval<FloatType> normalize(RandomAccessibleInterval<FloatType> grey) {
        return Converters.convert(grey, (in, out) -> out.set(normalize(in.get())), new FloatType());
    }

    /** A read-only view of normalised values as grey ones. */
    public RandomAccessibleInterval<FloatType> restore(
            RandomAccessibleInterval<FloatType> normalized) {
        return Converters.convert(
                normalized, (in, out) -> out.set(restore(in.get())), new FloatType());
    }
}
