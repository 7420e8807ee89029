package io.github.noise2clean.metric;

import java.util.Arrays;
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
        Samples read =
                new Samples(
                        new double[Math.toIntExact(image.size())], image.dimensionsAsLongArray());
        Slices.forEachPart(read.slices(), 1, part -> read.fill(image, part));
        return read;
    }

    private void fill(RandomAccessibleInterval<? extends RealType<?>> image, Slices part) {
        int last = size.length - 1;
        long[] min = image.minAsLongArray();
        long[] max = image.maxAsLongArray();
        max[last] = min[last] + part.end() - 1;
        min[last] += part.first();
        int i = part.first() * stride(last);
        for (RealType<?> pixel : Views.flatIterable(Views.interval(image, min, max)))
            values[i++] = pixel.getRealDouble();
    }

    Img<DoubleType> image() {
        return ArrayImgs.doubles(values, size);
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

    private int stride(int dimension) {
        return (int) Arrays.stream(size, 0, dimension).reduce(1, (a, b) -> a * b);
    }
}
