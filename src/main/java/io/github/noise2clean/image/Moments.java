package io.github.noise2clean.image;

import java.io.Serializable;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Mean and squared deviations of the finite pixels.
 *
 * @param count of the pixels
 * @param mean 0 where there are none
 * @param squares the sum of the squared differences from the mean
 */
public record Moments(long count, double mean, double squares) implements Serializable {

    /** Of no pixels. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** Welford's running update: no cancellation for tiny or far-off values. */
    public static Moments of(RandomAccessibleInterval<FloatType> pixels) {
        long count = 0;
        double mean = 0;
        double squares = 0;
        for (Cursor<FloatType> cursor = pixels.cursor(); cursor.hasNext(); ) {
            double value = cursor.next().get();
            if (!Double.isFinite(value)) continue;
            double difference = value - mean;
            mean += difference / ++count;
            squares += difference * (value - mean);
        }
        return new Moments(count, mean, squares);
    }

    /** Of the pixels of both; the last bits depend on the order of several. */
    public Moments plus(Moments other) {
        if (count == 0) return other;
        if (other.count == 0) return this;
        double all = (double) count + other.count;
        double difference = other.mean - mean;
        return new Moments(
                count + other.count,
                mean + difference * (other.count / all),
                squares + other.squares + difference * difference * (count * (other.count / all)));
    }

    /** Of the population; 0 where there are no pixels. */
    public double standardDeviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}
