package io.github.noise2clean.metric;

import java.util.Arrays;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Intervals;

/**
 * The structural similarity of images of any number of dimensions (Wang, Bovik, Sheikh, Simoncelli:
 * Image quality assessment, IEEE TIP 2004), with K1 = 0.01 and K2 = 0.03; 1 for equal images.
 *
 * @param dataRange the span of the grey values that are possible, such as 255; above 0
 */
public record Ssim(SsimDefinition definition, double dataRange) {

    public Ssim {
        if (!(dataRange > 0 && Double.isFinite(dataRange)))
            throw new IllegalArgumentException(
                    "The data range must be above 0, not "
                            + dataRange
                            + ": give one, since a constant image has none of its own.");
    }

    /**
     * The mean of the map without the border that a full window does not reach.
     *
     * @throws IllegalArgumentException with a sentence, when the sizes differ or the window is
     *     larger
     */
    public double mean(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> test) {
        return innerMean(similarity(reference, test));
    }

    /**
     * The similarity around every pixel, borders mirrored; its minimum is at 0.
     *
     * @throws IllegalArgumentException as {@code mean} does
     */
    public RandomAccessibleInterval<DoubleType> map(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> test) {
        return similarity(reference, test).image();
    }

    private Samples similarity(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> test) {
        Sizes.requireEqual(reference, test);
        requireWindowFits(reference);
        return similarity(Samples.of(reference), Samples.of(test));
    }

    /** The product of luminance and structure, around every pixel. */
    Samples similarity(Samples x, Samples y) {
        return new SsimMap(this, x, y).of((luminance, structure) -> luminance * structure);
    }

    /** Contrast times structure: the factor of the variances and the covariance. */
    Samples structure(Samples x, Samples y) {
        return new SsimMap(this, x, y).of((luminance, structure) -> structure);
    }

    /** The mean without the border that a full window does not reach. */
    double innerMean(Samples map) {
        RandomAccessibleInterval<DoubleType> pixels = map.image();
        Interval inner = Intervals.expand(pixels, -(definition.windowSize() / 2));
        double sum = 0;
        for (DoubleType pixel : pixels.view().interval(inner)) sum += pixel.get();
        return sum / Intervals.numElements(inner);
    }

    private void requireWindowFits(Interval image) {
        int window = definition.windowSize();
        if (Arrays.stream(image.dimensionsAsLongArray()).anyMatch(size -> size < window))
            throw new IllegalArgumentException(
                    "The SSIM window of %d pixels is larger than the image of %s pixels."
                            .formatted(window, Sizes.text(image)));
    }
}
