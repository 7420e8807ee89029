package io.github.noise2clean.metric;

import java.util.Arrays;

/**
 * Weighs every pixel's neighbours by a window along every dimension; borders are mirrored, the edge
 * pixel twice.
 *
 * <p>For one thread, as it keeps its arrays: to make new ones would take longer than the rest.
 */
final class WindowFilter {

    private final double[] weights;
    private final int border;
    private final int[] size;
    private final int pixels;
    private final double[] padded;
    private final double[] shifted;
    private final double[] sum;

    /**
     * @param weights of an odd number of pixels
     * @param size of the images, the first dimension fastest
     */
    WindowFilter(double[] weights, int[] size) {
        this.weights = weights;
        this.border = weights.length / 2;
        this.size = size;
        this.pixels = Arrays.stream(size).reduce(1, Math::multiplyExact);
        int shortest = Arrays.stream(size).min().orElse(1);
        this.padded = new double[pixels + 2 * border * (pixels / shortest)];
        this.shifted = new double[pixels];
        this.sum = new double[pixels];
    }

    /** Filters an image in its place. */
    void filter(double[] image) {
        int stride = 1;
        for (int length : size) {
            int line = length * stride;
            for (int first = 0; first < pixels; first += line) filter(image, first, length, stride);
            stride = line;
        }
    }

    private void filter(double[] image, int first, int length, int stride) {
        int line = length * stride;
        pad(image, first, length, stride);
        Arrays.fill(sum, 0, line, 0);
        for (int k = 0; k < weights.length; k++) {
            System.arraycopy(padded, k * stride, shifted, 0, line);
            addWeighted(shifted, weights[k], sum, line);
        }
        System.arraycopy(sum, 0, image, first, line);
    }

    private void pad(double[] image, int first, int length, int stride) {
        System.arraycopy(image, first, padded, border * stride, length * stride);
        for (int i = 0; i < border; i++) {
            int before = first + mirrored(i - border, length) * stride;
            int after = first + mirrored(length + i, length) * stride;
            System.arraycopy(image, before, padded, i * stride, stride);
            System.arraycopy(image, after, padded, (border + length + i) * stride, stride);
        }
    }

    /** Java computes several pixels at once only where both arrays have the same index. */
    static void addWeighted(double[] values, double weight, double[] sum, int count) {
        for (int i = 0; i < count; i++) sum[i] += weight * values[i];
    }

    /** The place in the image of one that is up to its length away from it. */
    static int mirrored(int position, int length) {
        if (position < 0) return -1 - position;
        return position < length ? position : 2 * length - 1 - position;
    }
}
