package io.github.noise2clean.dataset;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.Regression;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Finds how far one image is shifted from another, to about a tenth of a pixel: where the two,
 * smoothed by a Gaussian of 2 pixels, correlate best.
 *
 * <p>So smoothed, the peak is wide enough for a paraboloid through whole pixels to tell where its
 * top lies between them, with no interpolation of pixels; and noise hardly counts, be it white or
 * correlated along scan lines. The middle of the images is used, a square of up to 512 pixels.
 */
final class CorrelationPeak {

    private static final double SMOOTHING = 2;

    private static final int LARGEST = 512;

    /** A smaller window sees too little to tell. */
    private static final int SMALLEST = 16;

    /** How many pixels the start may lie beside the peak. */
    private static final int STEPS = 3;

    private final RandomAccessibleInterval<FloatType> still;
    private final RandomAccessibleInterval<FloatType> moved;

    /** Of the moved image; wherever the other is looked for, it has pixels. */
    private final Interval window;

    private CorrelationPeak(
            RandomAccessibleInterval<FloatType> still,
            RandomAccessibleInterval<FloatType> moved,
            Interval window) {
        this.still = smoothed(still);
        this.moved = smoothed(moved);
        this.window = window;
    }

    /**
     * How {@code still} must be moved to lie on {@code moved}; none where there is no peak near the
     * start, or the images are too small for such a shift.
     *
     * @param start to a few pixels
     * @param still X, Y
     * @param moved of the same size
     */
    static Optional<Translation> near(
            Shift start,
            RandomAccessibleInterval<FloatType> still,
            RandomAccessibleInterval<FloatType> moved) {
        long x = Math.round(start.x());
        long y = Math.round(start.y());
        Interval middle = middle(moved);
        Interval seen = Intervals.expand(Intervals.zeroMin(middle), -STEPS - 1L);
        Interval window = Intervals.intersect(seen, Intervals.translate(seen, x, y));
        if (Math.min(window.dimension(0), window.dimension(1)) < SMALLEST) return Optional.empty();
        return new CorrelationPeak(
                        Views.interval(still, middle), Views.interval(moved, middle), window)
                .climb(x, y);
    }

    /**
     * Each step goes to the best of nine whole-pixel shifts, until that is the one in the middle.
     */
    private Optional<Translation> climb(long x, long y) {
        long right = x;
        long down = y;
        for (int step = 0; step < STEPS; step++) {
            NinePoints around = around(right, down);
            int best = around.highest();
            if (best == NinePoints.MIDDLE) return top(around, right, down);
            right += NinePoints.x(best);
            down += NinePoints.y(best);
        }
        return Optional.empty();
    }

    private static Optional<Translation> top(NinePoints around, long x, long y) {
        return around.top().map(top -> Translation.nearly(x + top.x(), y + top.y()));
    }

    private NinePoints around(long x, long y) {
        double[] correlations = new double[NinePoints.COUNT];
        for (int i = 0; i < correlations.length; i++)
            correlations[i] = correlation(x + NinePoints.x(i), y + NinePoints.y(i));
        return new NinePoints(correlations);
    }

    private double correlation(long x, long y) {
        Regression line = new Regression();
        line.add(
                Views.interval(still, Intervals.translate(window, -x, -y)),
                Views.interval(moved, window));
        return line.correlation();
    }

    private static Interval middle(Interval image) {
        long[] min = image.minAsLongArray();
        long[] max = image.maxAsLongArray();
        for (int d = 0; d < min.length; d++) {
            long side = Math.min(LARGEST, image.dimension(d));
            min[d] += (image.dimension(d) - side) / 2;
            max[d] = min[d] + side - 1;
        }
        return new FinalInterval(min, max);
    }

    private static RandomAccessibleInterval<FloatType> smoothed(
            RandomAccessibleInterval<FloatType> image) {
        int width = (int) image.dimension(0);
        int height = (int) image.dimension(1);
        FloatProcessor pixels =
                new FloatProcessor(width, height, PatchPlace.whole(image).read(image));
        new GaussianBlur().blurGaussian(pixels, SMOOTHING);
        return ArrayImgs.floats((float[]) pixels.getPixels(), width, height);
    }
}
