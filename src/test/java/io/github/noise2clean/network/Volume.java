package io.github.noise2clean.network;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A small array {@code [N, C, D, H, W]}, row-major; of a plane the depth is 1. Its operations are
 * the definitions of the layers, written as plain loops.
 */
record Volume(int n, int c, int[] size, double[] values) {

    /** What one output pixel is made of, at {@code index} = n, c, z, y, x. */
    interface Pixel {
        double at(int[] index);
    }

    static Volume of(int n, int c, int[] size, Pixel pixel) {
        double[] values = new double[n * c * size[0] * size[1] * size[2]];
        int[] shape = {n, c, size[0], size[1], size[2]};
        for (int i = 0; i < values.length; i++) values[i] = pixel.at(index(i, shape));
        return new Volume(n, c, size, values);
    }

    static Volume random(int n, int c, int[] size, long seed) {
        Random random = new Random(seed);
        return of(n, c, size, index -> (float) random.nextGaussian());
    }

    /** Zero outside. */
    double at(int... index) {
        return isInside(index) ? values[offset(index)] : 0;
    }

    boolean isInside(int... index) {
        return IntStream.range(0, 3)
                .allMatch(axis -> index[2 + axis] >= 0 && index[2 + axis] < size[axis]);
    }

    /** Each value a function of the value there. */
    Volume map(DoubleUnaryOperator function) {
        return of(n, c, size, i -> function.applyAsDouble(at(i)));
    }

    /** Weight {@code [out, in, kernel]}, taken as a volume of N = out and C = in. */
    Volume conv(Volume weight, double[] bias, Window3 window) {
        return of(n, weight.n, window.positions(size), i -> conv(i, weight, window) + bias[i[1]]);
    }

    private double conv(int[] i, Volume weight, Window3 window) {
        double sum = 0;
        for (int in = 0; in < c; in++)
            for (int[] k : window.taps()) {
                int[] p = window.under(i, k);
                sum += weight.at(i[1], in, k[0], k[1], k[2]) * at(i[0], in, p[0], p[1], p[2]);
            }
        return sum;
    }

    /** Weight {@code [in, out, kernel]}; every input value paints its kernel. */
    Volume transposedConv(Volume weight, double[] bias, Window3 window) {
        return transposedConv(weight, bias, window, new int[3]);
    }

    /** With {@code more} pixels at the end of each axis. */
    Volume transposedConv(Volume weight, double[] bias, Window3 window, int[] more) {
        int[] painted = window.painted(size);
        int[] larger = IntStream.range(0, 3).map(axis -> painted[axis] + more[axis]).toArray();
        Volume out = of(n, weight.c, larger, i -> bias[i[1]]);
        for (int j = 0; j < values.length; j++) {
            int[] i = index(j, new int[] {n, c, size[0], size[1], size[2]});
            for (int[] k : window.taps()) paint(out, i, k, weight, window);
        }
        return out;
    }

    private void paint(Volume out, int[] i, int[] k, Volume weight, Window3 window) {
        int[] p = window.under(i, k);
        for (int o = 0; o < out.c; o++) {
            int[] target = {i[0], o, p[0], p[1], p[2]};
            if (out.isInside(target))
                out.values[out.offset(target)] += at(i) * weight.at(i[1], o, k[0], k[1], k[2]);
        }
    }

    Volume maxPool(Window3 window) {
        return of(n, c, window.positions(size), i -> largest(i, window));
    }

    private double largest(int[] i, Window3 window) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int[] k : window.taps()) {
            int[] p = window.under(i, k);
            int[] source = {i[0], i[1], p[0], p[1], p[2]};
            if (isInside(source)) largest = Math.max(largest, at(source));
        }
        return largest;
    }

    Volume upsample(int[] factor) {
        int[] larger = IntStream.range(0, 3).map(axis -> size[axis] * factor[axis]).toArray();
        return of(
                n,
                c,
                larger,
                i -> at(i[0], i[1], i[2] / factor[0], i[3] / factor[1], i[4] / factor[2]));
    }

    Volume normalized(double[] scale, double[] shift, double[] mean, double[] variance) {
        return of(
                n,
                c,
                size,
                i ->
                        (at(i) - mean[i[1]]) / Math.sqrt(variance[i[1]] + 1e-5) * scale[i[1]]
                                + shift[i[1]]);
    }

    double[] channelMeans() {
        double[] means = new double[c];
        of(n, c, size, i -> means[i[1]] += at(i));
        for (int k = 0; k < c; k++) means[k] /= n * pixels();
        return means;
    }

    /** The mean squared deviation of each channel, biased as the samples are all there is. */
    double[] channelVariances() {
        double[] means = channelMeans();
        return of(n, c, size, i -> Math.pow(at(i) - means[i[1]], 2)).channelMeans();
    }

    Volume plus(Volume other) {
        return of(n, c, size, i -> at(i) + other.at(i));
    }

    Volume beside(Volume other) {
        return of(
                n,
                c + other.c,
                size,
                i -> i[1] < c ? at(i) : other.at(i[0], i[1] - c, i[2], i[3], i[4]));
    }

    Volume channel(int channel) {
        return of(n, 1, size, i -> at(i[0], channel, i[2], i[3], i[4]));
    }

    /** As tensors have it, with the last so many spatial axes. */
    long[] shape(int dimensions) {
        int[] axes = Arrays.copyOfRange(size, 3 - dimensions, 3);
        return IntStream.concat(IntStream.of(n, c), IntStream.of(axes)).asLongStream().toArray();
    }

    int pixels() {
        return size[0] * size[1] * size[2];
    }

    float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    private int offset(int... i) {
        return (((i[0] * c + i[1]) * size[0] + i[2]) * size[1] + i[3]) * size[2] + i[4];
    }

    private static int[] index(int offset, int[] shape) {
        int[] index = new int[shape.length];
        int rest = offset;
        for (int d = shape.length - 1; d >= 0; d--) {
            index[d] = rest % shape[d];
            rest /= shape[d];
        }
        return index;
    }
}
