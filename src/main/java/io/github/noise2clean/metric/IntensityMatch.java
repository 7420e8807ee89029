package io.github.noise2clean.metric;

import io.github.noise2clean.image.AxisImage;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The map slope v + offset of a test image's grey values that brings them nearest to a reference's,
 * by least squares over all pixels that are finite in both, of all planes and channels together:
 * for images that were scaled otherwise (Weigert et al. 2018).
 *
 * @param slope 0 where the test image is constant
 */
public record IntensityMatch(double slope, double offset) {

    /**
     * @throws IllegalArgumentException with a sentence, if the sizes differ
     */
    public static IntensityMatch of(AxisImage reference, AxisImage test) {
        Sizes.requireEqual(reference.pixels(), test.pixels());
        Regression line = new Regression();
        line.add(test.pixels(), reference.pixels());
        double slope = line.hasSlope() ? line.slope() : 0;
        return new IntensityMatch(slope, line.meanY() - slope * line.meanX());
    }

    /** The test image as it is seen through the map. */
    public AxisImage applyTo(AxisImage test) {
        return new AxisImage(
                Converters.convert(
                        test.pixels(),
                        (in, out) -> out.set((float) (slope * in.get() + offset)),
                        new FloatType()),
                test.axes());
    }
}
