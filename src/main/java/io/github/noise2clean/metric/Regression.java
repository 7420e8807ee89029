package io.github.noise2clean.metric;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The least-squares line y = slope x + intercept through pairs of pixels, of which both must be
 * finite. Running sums, without cancellation for tiny or far-off values.
 */
public final class Regression {

    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /** Adds all pixels of two images of one size. */
    public void add(RandomAccessibleInterval<FloatType> x, RandomAccessibleInterval<FloatType> y) {
        Cursor<FloatType> other = Views.flatIterable(y).cursor();
        for (FloatType pixel : Views.flatIterable(x)) add(pixel.get(), other.next().get());
    }

    /** Whether there are two different values of x, which a slope needs. */
    public boolean hasSlope() {
        return squaresX > 0;
    }

    /** NaN without one. */
    public double slope() {
        return products / squaresX;
    }

    /** The standard error of the slope. */
    public double slopeError() {
        double residue = Math.max(0, squaresY - slope() * products);
        return Math.sqrt(residue / squaresX / Math.max(1, count - 2));
    }

    /** From -1 to 1; NaN where x or y does not vary. */
    public double correlation() {
        return products / Math.sqrt(squaresX * squaresY);
    }

    public double meanX() {
        return meanX;
    }

    public double meanY() {
        return meanY;
    }

    /** The standard deviation of x, of the population. */
    public double deviationX() {
        return Math.sqrt(squaresX / count);
    }

    private void add(float x, float y) {
        if (!Float.isFinite(x) || !Float.isFinite(y)) return;
        double stepX = x - meanX;
        double stepY = y - meanY;
        meanX += stepX / ++count;
        meanY += stepY / count;
        squaresX += stepX * (x - meanX);
        squaresY += stepY * (y - meanY);
        products += stepX * (y - meanY);
    }
}
