package io.github.noise2clean.noise;

import java.util.function.IntBinaryOperator;

/**
 * The correlations of the pixels of one small square, with the signal suppressed.
 *
 * <p>Along x they are those of the third differences along y, which take away what changes slowly
 * from row to row, and leave the correlation along x as it is; along y with x and y exchanged.
 *
 * @param structure that of {@link Smoothness}
 * @param alongX of pixels 1 to {@link #LAGS} columns apart
 * @param alongY of pixels 1 to {@link #LAGS} rows apart
 */
record CorrelationPatch(double structure, double[] alongX, double[] alongY) {

    static final int SIDE = Smoothness.SIDE;

    static final int LAGS = 8;
    static final int PIXELS = SIDE * SIDE;

    private static final int ROWS = SIDE - 3;

    /**
     * @param pixels {@link #SIDE} rows
     */
    static CorrelationPatch of(float[] pixels) {
        return new CorrelationPatch(
                Smoothness.of(pixels).structure(),
                correlations(pixels, (along, across) -> across * SIDE + along),
                correlations(pixels, (along, across) -> along * SIDE + across));
    }

    boolean hasNoise() {
        return Double.isFinite(structure)
                && Double.isFinite(alongX[0])
                && Double.isFinite(alongY[0]);
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
}
