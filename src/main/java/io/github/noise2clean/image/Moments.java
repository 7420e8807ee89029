package io.github.noise2clean.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Mean and standard deviation of the finite pixels; both 0 where there are none. */
record Moments(double mean, double standardDeviation) {

    /** Welford's running update: no cancellation for tiny or far-off values. */
    static Moments of(RandomAccessibleInterval<FloatType> pixels) {
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
        return new Moments(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }
}
