package io.github.noise2clean.denoise;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** A plane or volume to denoise, of as many channels as the network takes at once. */
record ImagePiece(List<PieceChannel> channels) {

    ImagePiece {
        channels = List.copyOf(channels);
    }

    /** Fills {@code pixels}, row-major, one channel after the other, with normalised values. */
    void read(Interval window, float[] pixels) {
        for (int c = 0; c < channels.size(); c++)
            channels.get(c).read(window, channel(pixels, window, c));
    }

    /** Writes those of the window's denoised pixels that belong to the tile, as grey values. */
    void write(float[] pixels, Interval window, Interval tile) {
        for (int c = 0; c < channels.size(); c++)
            channels.get(c).write(channel(pixels, window, c), tile);
    }

    /** The shape of a window as tensors have it: channels, then the slowest axis first. */
    long[] shape(Interval window) {
        int last = window.numDimensions() - 1;
        LongStream size = IntStream.rangeClosed(0, last).mapToLong(d -> window.dimension(last - d));
        return LongStream.concat(LongStream.of(channels.size()), size).toArray();
    }

    private RandomAccessibleInterval<FloatType> channel(float[] pixels, Interval window, int c) {
        long[] size = Intervals.dimensionsAsLongArray(window);
        long[] all =
                LongStream.concat(LongStream.of(size), LongStream.of(channels.size())).toArray();
        RandomAccessibleInterval<FloatType> one =
                Views.hyperSlice(ArrayImgs.floats(pixels, all), size.length, c);
        return Views.translate(one, Intervals.minAsLongArray(window));
    }
}
