package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** An array of one image with the channels of which the network is shown or makes so many. */
final class Tensor {

    private Tensor() {}

    static Pixels pixels(NpyFile tensor) {
        long[] shape = tensor.shape();
        int last = shape.length - 1;
        long[] size = IntStream.range(0, last).mapToLong(d -> shape[last - d]).toArray();
        RandomAccessibleInterval<FloatType> all = ArrayImgs.floats(tensor.values(), size);
        return new Pixels(
                LongStream.range(0, shape[1])
                        .<RandomAccessibleInterval<FloatType>>mapToObj(
                                channel -> Views.hyperSlice(all, last - 1, channel))
                        .toList());
    }

    /** Row-major, one channel after the other. */
    static float[] values(Pixels pixels) {
        List<RandomAccessibleInterval<FloatType>> channels = pixels.channels();
        float[] values = new float[Math.toIntExact(channels.size() * channels.get(0).size())];
        int next = 0;
        for (RandomAccessibleInterval<FloatType> channel : channels)
            for (Cursor<FloatType> cursor = Views.flatIterable(channel).cursor();
                    cursor.hasNext(); ) values[next++] = cursor.next().get();
        return values;
    }

    /** The shape of one image of a network that is shown or makes these channels. */
    static long[] shape(int channels, long... size) {
        long[] shape = new long[size.length + 2];
        shape[0] = 1;
        shape[1] = channels;
        System.arraycopy(size, 0, shape, 2, size.length);
        return shape;
    }

    /** Grey values that rise from 0 to 1. */
    static NpyFile ramp(long[] shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) i / count;
        return new NpyFile(shape, values);
    }
}
