package io.github.noise2clean.metric;

import java.util.Arrays;
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

    /** Along the first dimension, pixels of a line are neighbours; along others, whole rows are. */
    private Samples filtered(double[] weights, int dimension) {
        int length = (int) size[dimension];
        int stride = stride(dimension);
        double[] result = new double[values.length];
        for (int line = 0; line < values.length; line += length * stride)
            for (int i = 0; i < length; i++)
                for (int k = 0; k < weights.length; k++) {
                    int source = line + mirrored(i + k - weights.length / 2, length) * stride;
                    int target = line + i * stride;
                    for (int j = 0; j < stride; j++)
                        result[target + j] += weights[k] * values[source + j];
                }
        return new Samples(result, size);
    }

    private int stride(int dimension) {
        return (int) Arrays.stream(size, 0, dimension).reduce(1, (a, b) -> a * b);
    }

    private static int mirrored(int position, int length) {
        if (position < 0) return -1 - position;
        return position < length ? position : 2 * length - 1 - position;
    }
}
