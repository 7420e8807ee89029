package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.FinalInterval;
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

    /** The pixels of all channels. */
    int values() {
        long pixels = Intervals.numElements(channels.get(0).size());
        return Math.toIntExact(channels.size() * pixels);
    }

    /** The same noisy piece, denoised into an array, one channel after the other. */
    ImagePiece into(float[] pixels) {
        return new ImagePiece(
                IntStream.range(0, channels.size())
                        .mapToObj(c -> channels.get(c).into(channel(pixels, whole(), c)))
                        .toList());
    }

    /** The piece turned, and turned back where it is denoised. */
    ImagePiece seen(Orientation orientation) {
        return new ImagePiece(channels.stream().map(c -> c.seen(orientation)).toList());
    }

    /** Puts grey values that are denoised already, one channel after the other, where they go. */
    void fill(float[] pixels) {
        for (int c = 0; c < channels.size(); c++) channels.get(c).fill(channel(pixels, whole(), c));
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

    private Interval whole() {
        return new FinalInterval(channels.get(0).size());
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
