package io.github.noise2clean.image;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * Replaces every pixel by a mean of those whose surroundings look like its own (Buades, Coll and
 * Morel 2005), with distances read from integral images (Darbon et al. 2008).
 *
 * <p>A pixel at most 11 columns and rows away has the weight exp(-d / h²), where d is the mean
 * squared difference of the two 7x7 patches; none below exp(-5). That is what scikit-image's fast
 * mode does by default. Borders are mirrored, the edge pixel once.
 */
final class NonLocalMeans {

    private static final int PATCH_RADIUS = 3;
    private static final int PATCH = 2 * PATCH_RADIUS + 1;
    private static final int REACH = 11;
    private static final int MARGIN = PATCH_RADIUS + REACH;
    private static final double LOWEST_EXPONENT = -5;

    private final int width;
    private final int height;
    private final double factor;
    private final int stride;
    private final float[] padded;
    private final double[] weights;
    private final double[] sums;

    /** Squared differences summed over all that is above and left, with a row and column of 0. */
    private final double[] integral;

    /**
     * Filters a plane in place, each colour by itself.
     *
     * @param strength h in grey levels, above 0
     */
    static void filter(ImageProcessor plane, double strength) {
        for (int c = 0; c < plane.getNChannels(); c++) {
            FloatProcessor pixels = plane.toFloat(c, null);
            new NonLocalMeans(pixels, strength).writeTo(pixels);
            plane.setPixels(c, pixels);
        }
    }

    private NonLocalMeans(FloatProcessor plane, double strength) {
        width = plane.getWidth();
        height = plane.getHeight();
        factor = -1 / (PATCH * PATCH * strength * strength);
        stride = width + 2 * MARGIN;
        padded = padded(plane);
        weights = new double[width * height];
        sums = new double[width * height];
        integral = new double[(width + PATCH) * (height + PATCH)];
    }

    private void writeTo(FloatProcessor plane) {
        for (int dy = -REACH; dy <= REACH; dy++)
            for (int dx = -REACH; dx <= REACH; dx++) addShifted(dy * stride + dx);
        for (int i = 0; i < sums.length; i++) plane.setf(i, (float) (sums[i] / weights[i]));
    }

    /** Adds to every pixel's sum the pixel that is {@code shift} further in the padded image. */
    private void addShifted(int shift) {
        integrateDifferences(shift);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double exponent = factor * patchDifference(x, y);
                if (exponent < LOWEST_EXPONENT) continue;
                double weight = Math.exp(exponent);
                weights[y * width + x] += weight;
                sums[y * width + x] += weight * padded[(y + MARGIN) * stride + x + MARGIN + shift];
            }
    }

    private void integrateDifferences(int shift) {
        int row = width + PATCH;
        for (int y = 1; y < height + PATCH; y++) {
            double sum = 0;
            for (int x = 1; x < row; x++) {
                int place = (y - 1 + REACH) * stride + x - 1 + REACH;
                double difference = padded[place] - padded[place + shift];
                sum += difference * difference;
                integral[y * row + x] = integral[(y - 1) * row + x] + sum;
            }
        }
    }

    /** The squared differences summed over the patch around a pixel. */
    private double patchDifference(int x, int y) {
        int top = y * (width + PATCH) + x;
        int bottom = top + PATCH * (width + PATCH);
        return integral[bottom + PATCH] - integral[bottom] - integral[top + PATCH] + integral[top];
    }

    private float[] padded(FloatProcessor plane) {
        float[] result = new float[stride * (height + 2 * MARGIN)];
        for (int i = 0; i < result.length; i++)
            result[i] =
                    plane.getf(
                            mirrored(i % stride - MARGIN, width),
                            mirrored(i / stride - MARGIN, height));
        return result;
    }

    private static int mirrored(int position, int length) {
        if (length == 1) return 0;
        int period = 2 * (length - 1);
        int within = Math.floorMod(position, period);
        return Math.min(within, period - within);
    }
}
