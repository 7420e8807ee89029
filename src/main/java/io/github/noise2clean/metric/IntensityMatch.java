package io.github.noise2clean.metric;

import io.github.noise2clean.image.AxisImage;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

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
        return of(reference.pixels(), test.pixels());
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

    private static IntensityMatch of(
            RandomAccessibleInterval<FloatType> reference,
            RandomAccessibleInterval<FloatType> test) {
        Cursor<FloatType> expected = Views.flatIterable(reference).cursor();
        Cursor<FloatType> actual = Views.flatIterable(test).cursor();
        double count = 0;
        double meanX = 0;
        double meanY = 0;
        double varianceX = 0;
        double covariance = 0;
        while (expected.hasNext()) {
            double y = expected.next().get();
            double x = actual.next().get();
            if (!Double.isFinite(x) || !Double.isFinite(y)) continue;
            count++;
            double fromMean = x - meanX;
            meanX += fromMean / count;
            meanY += (y - meanY) / count;
            varianceX += fromMean * (x - meanX);
            covariance += fromMean * (y - meanY);
        }
        double slope = varianceX > 0 ? covariance / varianceX : 0;
        return new IntensityMatch(slope, meanY - slope * meanX);
    }
}
