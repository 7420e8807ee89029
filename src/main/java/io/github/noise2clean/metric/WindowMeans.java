package io.github.noise2clean.metric;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The means within the windows around the pixels of a slice, of which SSIM is made.
 *
 * @param squares of both images, added
 * @param product of the two images
 */
record WindowMeans(Samples x, Samples y, Samples squares, Samples product) {

    /** In windows that are as thin as the slice. */
    static WindowMeans within(Samples x, Samples y, double[] weights) {
        return new WindowMeans(
                x.filtered(weights),
                y.filtered(weights),
                x.times(x).plus(y.times(y)).filtered(weights),
                x.times(y).filtered(weights));
    }

    /** In windows that reach over neighbouring slices. */
    static WindowMeans across(Collection<WindowMeans> slices, double[] weights) {
        return new WindowMeans(
                weighted(slices, WindowMeans::x, weights),
                weighted(slices, WindowMeans::y, weights),
                weighted(slices, WindowMeans::squares, weights),
                weighted(slices, WindowMeans::product, weights));
    }

    private static Samples weighted(
            Collection<WindowMeans> slices, Function<WindowMeans, Samples> part, double[] weights) {
        List<Samples> parts = slices.stream().map(part).toList();
        return Samples.weighted(parts, weights);
    }
}
