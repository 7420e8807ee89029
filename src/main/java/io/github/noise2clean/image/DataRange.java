package io.github.noise2clean.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** The lowest and the highest grey value that an image may hold, or does hold. */
public record DataRange(double min, double max) {

    public DataRange {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min <= max))
            throw new IllegalArgumentException("data range " + min + " to " + max);
    }

    /** The lowest and the highest finite pixel; 0 to 0 if there is none. */
    public static DataRange of(RandomAccessibleInterval<FloatType> pixels) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Cursor<FloatType> cursor = pixels.cursor(); cursor.hasNext(); ) {
            float value = cursor.next().get();
            if (!Float.isFinite(value)) continue;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return min <= max ? new DataRange(min, max) : new DataRange(0, 0);
    }

    /** The smallest range that holds both. */
    public DataRange with(DataRange other) {
        return new DataRange(Math.min(min, other.min), Math.max(max, other.max));
    }

    /** The data range in the sense of PSNR and SSIM. */
    public double width() {
        return max - min;
    }
}
