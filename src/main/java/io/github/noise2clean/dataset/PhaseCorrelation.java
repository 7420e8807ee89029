package io.github.noise2clean.dataset;

import ij.process.FHT;
import ij.process.FloatProcessor;
import io.github.noise2clean.metric.Hartley;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Finds how far one image is shifted from another by the phases of their spectra (Kuglin and Hines
 * 1975), so that their brightness and contrast do not matter.
 *
 * <p>High frequencies, which are mostly noise, count less: a Gaussian makes the peak 2 pixels wide,
 * and a parabola finds its top between the pixels. The middle of the images is used, a square of up
 * to 512 pixels.
 */
final class PhaseCorrelation {

    private static final int LARGEST = 256;

    /** A smaller square has too few frequencies for a peak to stand out. */
    private static final int SMALLEST = 32;

    private static final double PEAK_WIDTH = 2;

    /**
     * A periodic image fits itself in many places: the nearest is taken, if it is nearly as good.
     */
    private static final double NEARLY = 0.7;

    private final int side;

    /** The correlation of the images shifted by (x, y) is at (x mod side, y mod side). */
    private final float[] surface;

    private PhaseCorrelation(FHT still, FHT moved) {
        side = still.getWidth();
        float[] product = (float[]) moved.conjugateMultiply(still).getPixels();
        FHT correlation = new FHT(new FloatProcessor(side, side, whitened(product)), true);
        correlation.setShowProgress(false);
        correlation.inverseTransform();
        surface = (float[]) correlation.getPixels();
    }

    /**
     * How far {@code moved} is shifted from {@code still}; none with a confidence of 0 where the
     * images are smaller than 32 pixels or do not vary.
     *
     * @param still X, Y
     * @param moved of the same size
     */
    static Shift shift(
            RandomAccessibleInterval<FloatType> still, RandomAccessibleInterval<FloatType> moved) {
        long smaller = Math.min(still.dimension(0), still.dimension(1));
        if (smaller < SMALLEST) return Shift.none();
        int side = (int) Math.min(LARGEST, Long.highestOneBit(smaller));
        return new PhaseCorrelation(middle(still, side), middle(moved, side)).shift();
    }

    private static FHT middle(RandomAccessibleInterval<FloatType> image, int side) {
        long[] min = {start(image, 0, side), start(image, 1, side)};
        long[] max = {min[0] + side - 1, min[1] + side - 1};
        return Hartley.of(Views.interval(image, new FinalInterval(min, max)));
    }

    private static long start(Interval image, int axis, int side) {
        return image.min(axis) + (image.dimension(axis) - side) / 2;
    }

    /** Of a Hartley transform: every frequency's phase, with a Gaussian for its magnitude. */
    private float[] whitened(float[] transform) {
        float[] result = new float[transform.length];
        for (int v = 0; v < side; v++)
            for (int u = 0; u < side; u++) {
                float value = transform[v * side + u];
                float opposite = transform[(-v & side - 1) * side + (-u & side - 1)];
                double magnitude = Math.hypot(value, opposite) / Math.sqrt(2);
                if (magnitude > 0)
                    result[v * side + u] = (float) (value / magnitude * weight(u, v));
            }
        return result;
    }

    private double weight(int u, int v) {
        double x = frequency(u);
        double y = frequency(v);
        return Math.exp(-0.5 * PEAK_WIDTH * PEAK_WIDTH * (x * x + y * y));
    }

    /** In radians per pixel. */
    private double frequency(int index) {
        return 2 * Math.PI / side * Math.min(index, side - index);
    }

    private Shift shift() {
        int peak = highest();
        int near = hillTop();
        if (surface[near] >= NEARLY * surface[peak]) peak = near;
        int x = peak % side;
        int y = peak / side;
        return new Shift(
                centred(x) + top(at(x - 1, y), at(x, y), at(x + 1, y)),
                centred(y) + top(at(x, y - 1), at(x, y), at(x, y + 1)),
                confidence(peak));
    }

    private int highest() {
        int highest = 0;
        for (int i = 1; i < surface.length; i++) if (surface[i] > surface[highest]) highest = i;
        return highest;
    }

    /** The top that a climb from no shift at all leads to. */
    private int hillTop() {
        int top = 0;
        for (int next = highestAround(top); next != top; next = highestAround(top)) top = next;
        return top;
    }

    private int highestAround(int place) {
        int highest = place;
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++) {
                int next = index(place % side + dx, place / side + dy);
                if (surface[next] > surface[highest]) highest = next;
            }
        return highest;
    }

    private float at(int x, int y) {
        return surface[index(x, y)];
    }

    private int index(int x, int y) {
        return Math.floorMod(y, side) * side + Math.floorMod(x, side);
    }

    private int centred(int position) {
        return position < side / 2 ? position : position - side;
    }

    /** Where the parabola through three values is highest, from -0.5 to 0.5. */
    private static double top(double before, double at, double after) {
        double curvature = 2 * at - before - after;
        return curvature > 0 ? (after - before) / (2 * curvature) : 0;
    }

    /** The mean over all shifts is 0, since the images have no mean. */
    private double confidence(int peak) {
        double squares = 0;
        for (float value : surface) squares += value * value;
        return squares > 0 ? surface[peak] / Math.sqrt(squares / surface.length) : 0;
    }
}
