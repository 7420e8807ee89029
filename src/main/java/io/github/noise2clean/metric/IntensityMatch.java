package io.github.noise2clean.metric;

import io.github.noise2clean.image.AxisImage;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * The map slope v + offset of a test image's grey values that brings them nearest to a reference's,
 * by least squares over all pixels that are finite in both: for images that were scaled otherwise
 * (Weigert et al. 2018).
 *
 * @param slope 0 where the test image is constant
 */
public record IntensityMatch(double slope, double offset) {

    /**
     * @throws IllegalArgumentException if the sizes differ
     */
    public static IntensityMatch of(AxisImage reference, AxisImage test) {
        if (!Intervals.equalDimensions(reference.pixels(), test.pixels()))
            throw new IllegalArgumentException("The images differ in size.");
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
