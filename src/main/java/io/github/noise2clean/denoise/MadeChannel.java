package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.image.IntensityMap;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Where one channel of what a network makes goes, as grey values.
 *
 * @param denoised is moved to the origin
 */
record MadeChannel(RandomAccessibleInterval<FloatType> denoised, IntensityMap intensities) {

    MadeChannel {
        denoised = Views.zeroMin(denoised);
    }

    long[] size() {
        return denoised.dimensionsAsLongArray();
    }

    /** The same values into other pixels. */
    MadeChannel into(RandomAccessibleInterval<FloatType> target) {
        return new MadeChannel(target, intensities);
    }

    /** The places turned, for values that are turned. */
    MadeChannel seen(Orientation orientation) {
        return new MadeChannel(orientation.view(denoised), intensities);
    }

    /** Puts grey values that are denoised already where they go. */
    void fill(RandomAccessibleInterval<FloatType> values) {
        LoopBuilder.setImages(values, denoised).forEachPixel((in, out) -> out.set(in));
    }

    /** Writes the network's output where the tile is, as grey values. */
    void write(RandomAccessibleInterval<FloatType> output, Interval tile) {
        LoopBuilder.setImages(Views.interval(output, tile), Views.interval(denoised, tile))
                .forEachPixel((in, out) -> out.set(intensities.restore(in.get())));
    }
}
