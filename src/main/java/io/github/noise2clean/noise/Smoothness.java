package io.github.noise2clean.noise;

/**
 * How much of a small square is noise.
 *
 * @param noiseVariance as differences of neighbours tell it: that of white noise, less where the
 *     noise of neighbours is correlated
 * @param structure the variance of block means over that of pixels: about 1 for white noise of any
 *     strength, more where there is signal; NaN or infinite where there is no noise, or a pixel is
 *     NaN or infinite
 */
public record Smoothness(double noiseVariance, double structure) {

    /** Larger squares seldom fit between the edges of a photograph. */
    public static final int SIDE = 16;

    private static final int BLOCK = 4;

    /**
     * @param pixels {@link #SIDE} rows of as many
     */
    public static Smoothness of(float[] pixels) {
        double noise = noiseVariance(pixels);
        return new Smoothness(noise, variance(blockMeans(pixels)) * BLOCK * BLOCK / noise);
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

    private static double[] blockMeans(float[] pixels) {
        double[] means = new double[pixels.length / (BLOCK * BLOCK)];
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                means[y / BLOCK * (SIDE / BLOCK) + x / BLOCK] +=
                        pixels[y * SIDE + x] / (BLOCK * BLOCK);
        return means;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) mean += value / values.length;
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return sum / (values.length - 1);
    }
}
