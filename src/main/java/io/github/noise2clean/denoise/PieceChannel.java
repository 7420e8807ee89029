package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.image.IntensityMap;
import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * One channel of a plane or volume of grey values to denoise, and where the denoised ones go.
 *
 * <p>Beyond its borders the noisy image is mirrored. Pixels that are NaN or infinite are shown to
 * the network as normalised zeros, so that they do not spread; what it makes of them is kept.
 */
final class PieceChannel {

    private final RandomAccessibleInterval<FloatType> noisy;
    private final RandomAccessibleInterval<FloatType> denoised;
    private final IntensityMap intensities;

    PieceChannel(
            RandomAccessibleInterval<FloatType> noisy,
            RandomAccessibleInterval<FloatType> denoised,
            IntensityMap intensities) {
        this.noisy = Views.zeroMin(noisy);
        this.denoised = Views.zeroMin(denoised);
        this.intensities = intensities;
    }

    long[] size() {
        return noisy.dimensionsAsLongArray();
    }

    /** The same noisy pixels, denoised into others. */
    PieceChannel into(RandomAccessibleInterval<FloatType> target) {
        return new PieceChannel(noisy, target, intensities);
    }

    /** The noisy pixels and their places for the denoised ones, both turned. */
    PieceChannel seen(Orientation orientation) {
        return new PieceChannel(orientation.view(noisy), orientation.view(denoised), intensities);
    }

    /** Puts grey values that are denoised already where they go. */
    void fill(RandomAccessibleInterval<FloatType> values) {
        LoopBuilder.setImages(values, denoised).forEachPixel((in, out) -> out.set(in));
    }

    /** Fills {@code shown} with the normalised grey values of the window. */
    void read(Interval window, RandomAccessibleInterval<FloatType> shown) {
        LoopBuilder.setImages(Views.interval(normalized(), window), shown)
                .forEachPixel((in, out) -> out.set(in));
    }

    /** Writes the network's output where the tile is, as grey values. */
    void write(RandomAccessibleInterval<FloatType> output, Interval tile) {
        LoopBuilder.setImages(Views.interval(output, tile), Views.interval(denoised, tile))
                .forEachPixel((in, out) -> out.set(intensities.restore(in.get())));
    }

    private RandomAccessible<FloatType> normalized() {
        RandomAccessibleInterval<FloatType> finite =
                Converters.convert(
                        intensities.normalize(noisy),
                        (in, out) -> out.set(Float.isFinite(in.get()) ? in.get() : 0),
                        new FloatType());
        return Views.extendMirrorDouble(finite);
    }
}
