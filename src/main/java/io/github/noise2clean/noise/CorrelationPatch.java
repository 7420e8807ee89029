package io.github.noise2clean.noise;

import java.util.function.IntBinaryOperator;

/**
 * The correlations of the pixels of one small square, with the signal suppressed.
 *
 * <p>Along x they are those of the third differences along y, which take away what changes slowly
 * from row to row, and leave the correlation along x as it is; along y with x and y exchanged.
 *
 * @param structure the variance of block means over that of pixels, as differences of neighbours
 *     tell it: about 1 for white noise of any strength, more where there is signal; NaN or infinite
 *     where there is no noise, or a pixel is NaN or infinite
 * @param alongX of pixels 1 to {@link #LAGS} columns apart
 * @param alongY of pixels 1 to {@link #LAGS} rows apart
 */
record CorrelationPatch(double structure, double[] alongX, double[] alongY) {

    /** Larger squares seldom fit between the edges of a photograph. */
    static final int SIDE = 16;

    static final int LAGS = 8;
    static final int PIXELS = SIDE * SIDE;

    private static final int BLOCK = 4;
    private static final int ROWS = SIDE - 3;

    /**
     * @param pixels {@link #SIDE} rows
     */
    static CorrelationPatch of(float[] pixels) {
        return new CorrelationPatch(
                structure(pixels),
                correlations(pixels, (along, across) -> across * SIDE + along),
                correlations(pixels, (along, across) -> along * SIDE + across));
    }

    boolean hasNoise() {
        return Double.isFinite(structure)
                && Double.isFinite(alongX[0])
                && Double.isFinite(alongY[0]);
    }

    private static double structure(float[] pixels) {
        double[] means = new double[PIXELS / (BLOCK * BLOCK)];
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                means[y / BLOCK * (SIDE / BLOCK) + x / BLOCK] +=
                        pixels[y * SIDE + x] / (BLOCK * BLOCK);
        return variance(means) * BLOCK * BLOCK / noiseVariance(pixels);
    }

    /** From the differences of differences along both axes, which a smooth signal leaves at 0. */
    private static double noiseVariance(float[] pixels) {
        double sum = 0;
        for (int y = 1; y < SIDE; y++)
            for (int x = 1; x < SIDE; x++) {
                int i = y * SIDE + x;
                double below = (double) pixels[i] - pixels[i - 1];
                double above = (double) pixels[i - SIDE] - pixels[i - SIDE - 1];
                sum += (below - above) * (below - above);
            }
        return sum / (4 * (SIDE - 1) * (SIDE - 1));
    }

    private static double[] correlations(float[] pixels, IntBinaryOperator place) {
        double[] noise = thirdDifferences(pixels, place);
        double variance = meanProduct(noise, 0);
        double[] correlations = new double[LAGS];
        for (int lag = 1; lag <= LAGS; lag++)
            correlations[lag - 1] = meanProduct(noise, lag) / variance;
        return correlations;
    }

    private static double[] thirdDifferences(float[] pixels, IntBinaryOperator place) {
        double[] differences = new double[ROWS * SIDE];
        for (int across = 0; across < ROWS; across++)
            for (int along = 0; along < SIDE; along++) {
                double outer =
                        (double) pixels[place.applyAsInt(along, across + 3)]
                                - pixels[place.applyAsInt(along, across)];
                double inner =
                        (double) pixels[place.applyAsInt(along, across + 2)]
                                - pixels[place.applyAsInt(along, across + 1)];
                differences[across * SIDE + along] = outer - 3 * inner;
            }
        return differences;
    }

    private static double meanProduct(double[] rows, int lag) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++)
            for (int i = row * SIDE; i < (row + 1) * SIDE - lag; i++)
                sum += rows[i] * rows[i + lag];
        return sum / (ROWS * (SIDE - lag));
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) mean += value / values.length;
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return sum / (values.length - 1);
    }
}
