package io.github.noise2clean.metric;

import java.util.List;

/**
 * The means within the windows around the pixels of a slice, of which SSIM is made.
 *
 * @param squares of both images, added
 * @param product of the two images
 */
record WindowMeans(double[] x, double[] y, double[] squares, double[] product) {

    static WindowMeans blank(int pixels) {
        return new WindowMeans(
                new double[pixels], new double[pixels], new double[pixels], new double[pixels]);
    }

    /** Those of pixels by themselves, from {@code first} on. */
    void fill(double[] imageX, double[] imageY, int first) {
        System.arraycopy(imageX, first, x, 0, x.length);
        System.arraycopy(imageY, first, y, 0, y.length);
        for (int i = 0; i < x.length; i++) squares[i] = x[i] * x[i] + y[i] * y[i];
        for (int i = 0; i < x.length; i++) product[i] = x[i] * y[i];
    }

    List<double[]> all() {
        return List.of(x, y, squares, product);
    }
}
