package io.github.noise2clean.metric;

import java.util.Arrays;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * An n-dimensional image as doubles.
 *
 * @param values the first dimension is fastest
 */
record Samples(double[] values, long[] size) {

    static Samples of(RandomAccessibleInterval<? extends RealType<?>> image) {
        double[] values = new double[Math.toIntExact(image.size())];
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealDouble();
        return new Samples(values, image.dimensionsAsLongArray());
    }

    Img<DoubleType> image() {
        return ArrayImgs.doubles(values, size);
    }

    Samples times(Samples other) {
        double[] products = new double[values.length];
        for (int i = 0; i < products.length; i++) products[i] = values[i] * other.values[i];
        return new Samples(products, size);
    }

    Samples plus(Samples other) {
        double[] sums = new double[values.length];
        for (int i = 0; i < sums.length; i++) sums[i] = values[i] + other.values[i];
        return new Samples(sums, size);
    }

    /** Weighted by a window along every dimension; borders are mirrored, the edge pixel twice. */
    Samples filtered(double[] weights) {
        Samples result = this;
        for (int d = 0; d < size.length; d++) result = result.filtered(weights, d);
        return result;
    }

    /** Half the size, rounded up, by the mean of every two pixels along every dimension. */
    Samples halved() {
        Samples result = this;
        for (int d = 0; d < size.length; d++) result = result.halved(d);
        return result;
    }

    /** The last pixel of an odd number is its own pair. */
    private Samples halved(int dimension) {
        int length = (int) size[dimension];
        int stride = stride(dimension);
        long[] smaller = size.clone();
        smaller[dimension] = (length + 1) / 2;
        double[] result = new double[values.length / length * (int) smaller[dimension]];
        int target = 0;
        for (int line = 0; line < values.length; line += length * stride)
            for (int i = 0; i < length; i += 2) {
                int first = line + i * stride;
                int second = line + Math.min(i + 1, length - 1) * stride;
                for (int j = 0; j < stride; j++)
                    result[target++] = (values[first + j] + values[second + j]) / 2;
            }
        return new Samples(result, smaller);
    }

    /** Along the last dimension. */
    int slices() {
        return (int) size[size.length - 1];
    }

    /** One of the slices along the last dimension, of which it has no extent any more. */
    Samples slice(int position) {
        int last = size.length - 1;
        int pixels = stride(last);
        int first = position * pixels;
        return new Samples(
                Arrays.copyOfRange(values, first, first + pixels), Arrays.copyOf(size, last));
    }

    /** The sum of slices of one size, each times its weight. */
    static Samples weighted(List<Samples> slices, double[] weights) {
        double[] sum = new double[slices.get(0).values.length];
        for (int k = 0; k < weights.length; k++)
            addWeighted(slices.get(k).values, 0, weights[k], sum, 0, sum.length);
        return new Samples(sum, slices.get(0).size);
    }

    private Samples filtered(double[] weights, int dimension) {
        return dimension == 0 ? filteredLines(weights) : filteredRows(weights, dimension);
    }

    /** Along the first dimension, the pixels of a line are neighbours. */
    private Samples filteredLines(double[] weights) {
        int length = (int) size[0];
        int border = weights.length / 2;
        double[] line = new double[length + 2 * border];
        double[] result = new double[values.length];
        for (int start = 0; start < values.length; start += length) {
            System.arraycopy(values, start, line, border, length);
            for (int i = 1; i <= border; i++) {
                line[border - i] = values[start + mirrored(-i, length)];
                line[border + length - 1 + i] = values[start + mirrored(length - 1 + i, length)];
            }
            for (int k = 0; k < weights.length; k++)
                addWeighted(line, k, weights[k], result, start, length);
        }
        return new Samples(result, size);
    }

    /** Along the other dimensions, whole rows are neighbours. */
    private Samples filteredRows(double[] weights, int dimension) {
        int length = (int) size[dimension];
        int stride = stride(dimension);
        double[] result = new double[values.length];
        for (int line = 0; line < values.length; line += length * stride)
            for (int i = 0; i < length; i++)
                for (int k = 0; k < weights.length; k++) {
                    int source = line + mirrored(i + k - weights.length / 2, length) * stride;
                    addWeighted(values, source, weights[k], result, line + i * stride, stride);
                }
        return new Samples(result, size);
    }

    private static void addWeighted(
            double[] values, int from, double weight, double[] sum, int to, int count) {
        for (int j = 0; j < count; j++) sum[to + j] += weight * values[from + j];
    }

    private int stride(int dimension) {
        return (int) Arrays.stream(size, 0, dimension).reduce(1, (a, b) -> a * b);
    }

    static int mirrored(int position, int length) {
        if (position < 0) return -1 - position;
        return position < length ? position : 2 * length - 1 - position;
    }
}
