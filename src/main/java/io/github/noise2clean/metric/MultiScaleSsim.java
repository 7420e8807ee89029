package io.github.noise2clean.metric;

import java.util.Arrays;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The structural similarity over five scales, each half as large as the one before (Wang,
 * Simoncelli, Bovik: Multi-scale structural similarity for image quality assessment, Asilomar
 * 2003), with the weights published there; 1 for equal images.
 *
 * <p>Means are compared on the coarsest scale alone. A scale whose structures are opposed counts as
 * 0.
 *
 * @param scale what is measured on each scale
 */
public record MultiScaleSsim(Ssim scale) {

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    /**
     * Of images of any number of dimensions.
     *
     * @throws IllegalArgumentException with a sentence, when the sizes differ, or a side is shorter
     *     than 16 windows (Wang's 176 pixels, scikit-image's 112)
     */
    public double mean(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> test) {
        Sizes.requireEqual(reference, test);
        requireScalesFit(reference);
        return mean(Samples.of(reference), Samples.of(test));
    }

    private double mean(Samples reference, Samples test) {
        int coarsest = WEIGHTS.length - 1;
        double product = 1;
        for (int i = 0; i < coarsest; i++) {
            product *= weighted(scale.structure(reference, test), WEIGHTS[i]);
            reference = reference.halved();
            test = test.halved();
        }
        return product * weighted(scale.similarity(reference, test), WEIGHTS[coarsest]);
    }

    private double weighted(Samples map, double weight) {
        return Math.pow(Math.max(0, scale.innerMean(map)), weight);
    }

    private void requireScalesFit(Interval image) {
        int window = scale.definition().windowSize();
        int smallest = window << WEIGHTS.length - 1;
        if (Arrays.stream(image.dimensionsAsLongArray()).anyMatch(size -> size < smallest))
            throw new IllegalArgumentException(
                    ("MS-SSIM halves the image four times, which takes %d pixels along each axis"
                                    + " with a window of %d, not %s.")
                            .formatted(smallest, window, Sizes.text(image)));
    }
}
