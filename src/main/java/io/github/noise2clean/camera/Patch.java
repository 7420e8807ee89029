package io.github.noise2clean.camera;

import java.util.Arrays;

/**
 * What 8 x 8 pixels tell of noise: their discrete cosine transform parts structure, which is of low
 * frequency, from white noise, which is the same at all.
 *
 * @param mean grey level; NaN or infinite where a pixel is
 * @param low the mean square of the low frequencies: of the noise, and of what is not smooth
 * @param high the mean square of the {@value #HIGH_FREQUENCIES} highest: of the noise alone, where
 *     the patch is smooth; independent of the other two for white Gaussian noise
 * @param min the lowest pixel
 * @param max the highest pixel
 */
record Patch(double mean, double low, double high, float min, float max) {

    static final int SIZE = 8;

    /** Those whose indices along x and y add up to more than {@link #SIZE}. */
    static final int HIGH_FREQUENCIES = 21;

    private static final int LOW_FREQUENCIES = SIZE * SIZE - 1 - HIGH_FREQUENCIES;
    private static final double[][] COSINES = cosines();

    /**
     * @param pixels {@value #SIZE} x {@value #SIZE}, x fastest
     */
    static Patch of(float[] pixels) {
        double[] spectrum = spectrum(pixels);
        double low = 0;
        double high = 0;
        float min = pixels[0];
        float max = pixels[0];
        for (int i = 1; i < spectrum.length; i++) {
            double square = spectrum[i] * spectrum[i];
            if (i % SIZE + i / SIZE > SIZE) high += square;
            else low += square;
            min = Math.min(min, pixels[i]);
            max = Math.max(max, pixels[i]);
        }
        return new Patch(
                spectrum[0] / SIZE, low / LOW_FREQUENCIES, high / HIGH_FREQUENCIES, min, max);
    }

    boolean isFinite() {
        return Double.isFinite(mean);
    }

    /** Orthonormal: white noise keeps its variance. */
    private static double[] spectrum(float[] pixels) {
        double[] values = new double[pixels.length];
        Arrays.setAll(values, i -> pixels[i]);
        return transformedRows(transformedRows(values));
    }

    /** Transforms each row and makes it a column. */
    private static double[] transformedRows(double[] values) {
        double[] transformed = new double[values.length];
        for (int row = 0; row < SIZE; row++)
            for (int frequency = 0; frequency < SIZE; frequency++) {
                double sum = 0;
                for (int i = 0; i < SIZE; i++)
                    sum += COSINES[frequency][i] * values[row * SIZE + i];
                transformed[frequency * SIZE + row] = sum;
            }
        return transformed;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[SIZE][SIZE];
        for (int frequency = 0; frequency < SIZE; frequency++)
            for (int i = 0; i < SIZE; i++)
                cosines[frequency][i] =
                        Math.sqrt((frequency == 0 ? 1.0 : 2.0) / SIZE)
                                * Math.cos(Math.PI * frequency * (i + 0.5) / SIZE);
        return cosines;
    }
}
