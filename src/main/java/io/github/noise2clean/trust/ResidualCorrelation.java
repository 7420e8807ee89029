package io.github.noise2clean.trust;

import io.github.noise2clean.noise.NoiseCorrelation;
import java.util.List;

/** The autocorrelation of the residual along x and y, over planes that are added one by one. */
final class ResidualCorrelation {

    private static final int LAGS = 8;

    /** Three times the error of what is found out about the noise, which is 0.05 at most. */
    private static final double MOST = 0.15;

    private final double[] alongX = new double[LAGS];
    private final double[] alongY = new double[LAGS];
    private double variance;

    void add(PlanePair planes) {
        float[] residual = centred(planes.residual());
        variance += meanProduct(residual, planes.width(), 0, 0);
        for (int lag = 1; lag <= LAGS; lag++) {
            alongX[lag - 1] += meanProduct(residual, planes.width(), lag, 0);
            alongY[lag - 1] += meanProduct(residual, planes.width(), 0, lag);
        }
    }

    Finding less(NoiseCorrelation noise) {
        boolean known = noise.patches() > 0 && variance > 0;
        double difference = known ? farthest(noise) : Double.NaN;
        return Aspect.RESIDUAL_CORRELATION.found(difference, -MOST, MOST);
    }

    private double farthest(NoiseCorrelation noise) {
        double x = farthest(alongX, noise.alongX());
        double y = farthest(alongY, noise.alongY());
        return Math.abs(x) > Math.abs(y) ? x : y;
    }

    private double farthest(double[] products, List<Double> noise) {
        double farthest = 0;
        for (int i = 0; i < LAGS; i++) {
            double difference = products[i] / variance - noise.get(i);
            if (Math.abs(difference) > Math.abs(farthest)) farthest = difference;
        }
        return farthest;
    }

    /** Less the mean of the finite pixels; all others become 0, which adds to no product. */
    private static float[] centred(float[] pixels) {
        double sum = 0;
        int count = 0;
        for (float pixel : pixels)
            if (Float.isFinite(pixel)) {
                sum += pixel;
                count++;
            }
        double mean = sum / Math.max(1, count);
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = Float.isFinite(pixels[i]) ? (float) (pixels[i] - mean) : 0;
        return pixels;
    }

    /** Of pixels so many columns and rows apart; 0 where the plane has none. */
    private static double meanProduct(float[] pixels, int width, int columns, int rows) {
        double sum = 0;
        int height = pixels.length / width;
        for (int y = 0; y < height - rows; y++)
            for (int x = 0; x < width - columns; x++)
                sum += (double) pixels[y * width + x] * pixels[(y + rows) * width + x + columns];
        return sum / Math.max(1, (double) (width - columns) * (height - rows));
    }
}
