package io.github.noise2clean.metric;

import java.util.Arrays;
import java.util.stream.Stream;

/** The means within windows, one slice of the last dimension after the other. */
final class SlidingMeans {

    private final Samples x;
    private final Samples y;
    private final double[] weights;
    private final int pixels;
    private final WindowFilter withinSlice;
    private final WindowMeans[] last;
    private final WindowMeans means;
    private int taken;

    SlidingMeans(Samples x, Samples y, double[] weights) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.pixels = x.values().length / x.slices();
        this.withinSlice = new WindowFilter(weights, sizeOfSlice(x));
        this.last =
                Stream.generate(() -> WindowMeans.blank(pixels))
                        .limit(weights.length)
                        .toArray(WindowMeans[]::new);
        this.means = WindowMeans.blank(pixels);
    }

    /** Takes another slice in, in place of the first that was taken of those in the window. */
    void take(int slice) {
        WindowMeans place = last[taken++ % last.length];
        place.fill(x.values(), y.values(), slice * pixels);
        place.all().forEach(withinSlice::filter);
    }

    /** Of the slice in the middle of a window's last ones; until the next is asked for. */
    WindowMeans middle() {
        for (int part = 0; part < means.all().size(); part++) {
            double[] sum = means.all().get(part);
            Arrays.fill(sum, 0);
            for (int k = 0; k < weights.length; k++) {
                double[] slice = last[(taken + k) % last.length].all().get(part);
                WindowFilter.addWeighted(slice, weights[k], sum, pixels);
            }
        }
        return means;
    }

    private static int[] sizeOfSlice(Samples image) {
        return Arrays.stream(image.size(), 0, image.size().length - 1)
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
