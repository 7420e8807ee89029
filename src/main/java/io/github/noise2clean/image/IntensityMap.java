package io.github.noise2clean.image;

import java.io.Serializable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A map of grey values to normalised ones, which a network sees, and back; as text, what it does.
 */
public interface IntensityMap extends Serializable {

    /** The map of a grey value v to (v - offset) / scale. */
    static LinearMap linear(double offset, double scale) {
        return new LinearMap(offset, scale);
    }

    /** One grey value, with its noise, as a normalised one. */
    float normalize(float grey);

    /**
     * A grey value without noise as what its noisy ones are normalised to in the mean, which a
     * network learns to give; {@code restore} makes it the same grey value again.
     */
    float normalizeClean(float grey);

    /** A network's value as a grey one. */
    float restore(float normalized);

    /** A read-only view of grey values as normalised ones. */
    default RandomAccessibleInterval<FloatType> normalize(
            RandomAccessibleInterval<FloatType> grey) {
        return Converters.convert(grey, (in, out) -> out.set(normalize(in.get())), new FloatType());
    }

    /** A read-only view of normalised values as grey ones. */
    default RandomAccessibleInterval<FloatType> restore(
            RandomAccessibleInterval<FloatType> normalized) {
        return Converters.convert(
                normalized, (in, out) -> out.set(restore(in.get())), new FloatType());
    }
}
