package io.github.noise2clean.trust;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the noisy pixels of a square account for what the denoised ones show: the covariance of
 * these with the noisy pixels at the same place, or one beside it, less their own variance.
 *
 * <p>A mean of noisy pixels with weights from 0 to 1 has the largest of its weights as covariance,
 * and the sum of their squares, which is no larger, as variance (both in that of the noise): it is
 * accounted for at one of the places, even where it leaves out the pixel itself, as blind spots do.
 * Texture of other origin adds to the variance only.
 *
 * @param excess for each of the {@link #PLACES}; below 0 where there is texture of other origin
 */
record Support(List<Double> excess) {

    /** The pixel and its eight neighbours. */
    static final int PLACES = 9;

    private static final int SIDE = PlanePair.SIDE;

    Support {
        excess = List.copyOf(excess);
    }

    static Support of(Square noisy, Square denoised) {
        double variance = product(denoised, denoised, 0);
        return new Support(
                IntStream.range(0, PLACES)
                        .mapToObj(i -> (i / 3 - 1) * SIDE + i % 3 - 1)
                        .map(shift -> product(denoised, noisy, shift) - variance)
                        .toList());
    }

    /** The mean product with the pixels so many further on, but for the square's rim. */
    private static double product(Square square, Square other, int shift) {
        double sum = 0;
        for (int y = 1; y < SIDE - 1; y++)
            for (int x = 1; x < SIDE - 1; x++) {
                int i = y * SIDE + x;
                sum += square.levelled()[i] * other.levelled()[i + shift];
            }
        return sum / ((SIDE - 2) * (SIDE - 2));
    }
}
