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

/**
 * A plane or volume to denoise.
 *
 * @param shown all channels that the network takes at once, of neighbouring planes too
 * @param made the channels that it makes of them
 */
record ImagePiece(List<ShownChannel> shown, List<MadeChannel> made) {

    ImagePiece {
        shown = List.copyOf(shown);
        made = List.copyOf(made);
    }

    /** The pixels of all channels that are made. */
    int values() {
        return Math.toIntExact(made.size() * Intervals.numElements(whole()));
    }

    /** The same noisy piece, denoised into an array, one channel after the other. */
    ImagePiece into(float[] pixels) {
        return new ImagePiece(
                shown,
                IntStream.range(0, made.size())
                        .mapToObj(c -> made.get(c).into(channel(pixels, whole(), c)))
                        .toList());
    }

    /** The piece turned, and turned back where it is denoised. */
    ImagePiece seen(Orientation orientation) {
        return new ImagePiece(
                shown.stream().map(c -> c.seen(orientation)).toList(),
                made.stream().map(c -> c.seen(orientation)).toList());
    }

    /** Puts grey values that are denoised already, one channel after the other, where they go. */
    void fill(float[] pixels) {
        for (int c = 0; c < made.size(); c++) made.get(c).fill(channel(pixels, whole(), c));
    }

    /** Fills {@code pixels}, row-major, one channel after the other, with normalised values. */
    void read(Interval window, float[] pixels) {
        for (int c = 0; c < shown.size(); c++)
            shown.get(c).read(window, channel(pixels, window, c));
    }

    /** Writes those of the window's denoised pixels that belong to the tile, as grey values. */
    void write(float[] pixels, Interval window, Interval tile) {
        for (int c = 0; c < made.size(); c++) made.get(c).write(channel(pixels, window, c), tile);
    }

    /** The shape of a window as tensors have it: channels, then the slowest axis first. */
    long[] shape(Interval window) {
        int last = window.numDimensions() - 1;
        LongStream size = IntStream.rangeClosed(0, last).mapToLong(d -> window.dimension(last - d));
        return LongStream.concat(LongStream.of(shown.size()), size).toArray();
    }

    private Interval whole() {
        return new FinalInterval(made.get(0).size());
    }

    private static RandomAccessibleInterval<FloatType> channel(
            float[] pixels, Interval window, int c) {
        long[] size = Intervals.dimensionsAsLongArray(window);
        long channels = pixels.length / Intervals.numElements(window);
        long[] all = LongStream.concat(LongStream.of(size), LongStream.of(channels)).toArray();
        RandomAccessibleInterval<FloatType> one =
                Views.hyperSlice(ArrayImgs.floats(pixels, all), size.length, c);
        return Views.translate(one, Intervals.minAsLongArray(window));
    }
}
