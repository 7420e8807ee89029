package io.github.noise2clean.zeroshot;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A plane in squares of 4 x 4 pixels, with a quarter of the standard deviation of white noise. */
final class SquareMeans {

    private static final int SIDE = 4;

    private final int width;
    private final double[] sums;
    private final int[] counts;

    private SquareMeans(RandomAccessibleInterval<FloatType> plane) {
        width = (int) plane.dimension(0);
        int squares = square((int) plane.size() - 1) + 1;
        sums = new double[squares];
        counts = new int[squares];
        Cursor<FloatType> cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; cursor.hasNext(); i++) add(cursor.next().get(), square(i));
    }

    /**
     * For each pixel of the plane, x fastest, the mean of the finite pixels of its square; NaN
     * where there are none.
     */
    static float[] of(RandomAccessibleInterval<FloatType> plane, int index) {
        SquareMeans squares = new SquareMeans(plane);
        float[] means = new float[(int) plane.size()];
        for (int i = 0; i < means.length; i++) means[i] = squares.mean(squares.square(i));
        return means;
    }

    private void add(float value, int square) {
        if (!Float.isFinite(value)) return;
        sums[square] += value;
        counts[square]++;
    }

    private float mean(int square) {
        return (float) (sums[square] / counts[square]);
    }

    private int square(int pixel) {
        int across = (width + SIDE - 1) / SIDE;
        return pixel / width / SIDE * across + pixel % width / SIDE;
    }
}
