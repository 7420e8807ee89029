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
 * One channel of a plane or volume of grey values that a network is shown.
 *
 * <p>Beyond its borders the noisy image is mirrored. Pixels that are NaN or infinite are shown to
 * the network as normalised zeros, so that they do not spread.
 *
 * @param noisy is moved to the origin
 */
record ShownChannel(RandomAccessibleInterval<FloatType> noisy, IntensityMap intensities) {

    ShownChannel {
        noisy = Views.zeroMin(noisy);
    }

    /** The noisy pixels turned. */
    ShownChannel seen(Orientation orientation) {
        return new ShownChannel(orientation.view(noisy), intensities);
    }

    /** Fills {@code shown} with the normalised grey values of the window. */
    void read(Interval window, RandomAccessibleInterval<FloatType> shown) {
        LoopBuilder.setImages(Views.interval(normalized(), window), shown)
                .forEachPixel((in, out) -> out.set(in));
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
