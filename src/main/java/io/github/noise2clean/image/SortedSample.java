package io.github.noise2clean.image;

import java.util.Arrays;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** The finite values among regularly spaced pixels, sorted. */
final class SortedSample {

    private static final long MOST_PIXELS = 1_000_000;

    private final float[] values;

    private SortedSample(float[] values) {
        this.values = values;
    }

    /** All pixels of an image of up to a million, every n-th one of a larger image. */
    static SortedSample of(RandomAccessibleInterval<FloatType> pixels) {
        long step = step(pixels);
        float[] values = new float[(int) ((pixels.size() + step - 1) / step)];
        int count = 0;
        Cursor<FloatType> cursor = Views.flatIterable(pixels).cursor();
        for (int i = 0; i < values.length; i++) {
            cursor.jumpFwd(i == 0 ? 1 : step);
            float value = cursor.get().get();
            if (Float.isFinite(value)) values[count++] = value;
        }
        Arrays.sort(values, 0, count);
        return new SortedSample(Arrays.copyOf(values, count));
    }

    /** Linearly interpolated between the two nearest values; 0 of an empty sample. */
    double percentile(double percent) {
        if (values.length == 0) return 0;
        double position = percent / 100 * (values.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (position - below) * ((double) values[above] - values[below]);
    }

    /** Shares no factor with the width, so that the sample never sees only some columns. */
    private static long step(RandomAccessibleInterval<?> pixels) {
        long step = (pixels.size() + MOST_PIXELS - 1) / MOST_PIXELS;
        while (greatestCommonDivisor(step, pixels.dimension(0)) > 1) step++;
        return step;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
