package io.github.noise2clean.metric;

import io.github.noise2clean.image.AxisImage;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * How well the standard deviations that come with a denoised image foretell its errors.
 *
 * @param rankCorrelation Spearman's, of standard deviation and absolute error over the pixels; NaN
 *     where one of them is the same everywhere
 * @param error the root of the mean squared error
 * @param deviation the root of the mean variance, as large as {@code error} if that is its size too
 */
public record ErrorForecast(double rankCorrelation, double error, double deviation) {

    /**
     * All pixels must be finite.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the sizes differ
     */
    public static ErrorForecast of(AxisImage clean, AxisImage denoised, AxisImage deviations) {
        Sizes.requireEqual(clean.pixels(), denoised.pixels());
        Sizes.requireEqual(clean.pixels(), deviations.pixels());
        float[] errors = values(clean.pixels());
        float[] restored = values(denoised.pixels());
        for (int i = 0; i < errors.length; i++) errors[i] = Math.abs(restored[i] - errors[i]);
        float[] expected = values(deviations.pixels());
        return new ErrorForecast(
                RankCorrelation.of(expected, errors),
                rootMeanSquare(errors),
                rootMeanSquare(expected));
    }

    private static float[] values(RandomAccessibleInterval<FloatType> pixels) {
        float[] values = new float[Math.toIntExact(pixels.size())];
        Cursor<FloatType> cursor = Views.flatIterable(pixels).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
        return values;
    }

    private static double rootMeanSquare(float[] values) {
        double sum = 0;
        for (float value : values) sum += (double) value * value;
        return Math.sqrt(sum / values.length);
    }
}
