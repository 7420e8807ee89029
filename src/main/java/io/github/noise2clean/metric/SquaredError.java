package io.github.noise2clean.metric;

import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * How far a test image is from its reference, pixel by pixel.
 *
 * @param mean of the squared differences
 * @param referenceMean of the squared pixels of the reference
 */
public record SquaredError(double mean, double referenceMean) {

    /**
     * Of images of any number of dimensions.
     *
     * @throws IllegalArgumentException with a sentence, when the sizes differ
     */
    public static SquaredError of(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> test) {
        Sizes.requireEqual(reference, test);
        Cursor<? extends RealType<?>> expected = Views.flatIterable(reference).cursor();
        Cursor<? extends RealType<?>> actual = Views.flatIterable(test).cursor();
        double errors = 0;
        double squares = 0;
        while (expected.hasNext()) {
            double value = expected.next().getRealDouble();
            double error = actual.next().getRealDouble() - value;
            errors += error * error;
            squares += value * value;
        }
        return new SquaredError(errors / reference.size(), squares / reference.size());
    }

    /** Of equally large parts taken together. */
    static SquaredError together(List<SquaredError> parts) {
        return new SquaredError(
                parts.stream().mapToDouble(SquaredError::mean).average().orElseThrow(),
                parts.stream().mapToDouble(SquaredError::referenceMean).average().orElseThrow());
    }

    /** The peak signal-to-noise ratio in dB; infinite for equal images. */
    public double psnr(double dataRange) {
        return 10 * Math.log10(dataRange * dataRange / mean);
    }

    /** The root mean squared error relative to the reference's root mean square (Euclidean). */
    public double nrmse() {
        return mean == 0 ? 0 : Math.sqrt(mean / referenceMean);
    }
}
