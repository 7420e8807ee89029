package io.github.noise2clean.trust;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import io.github.noise2clean.noise.Smoothness;
import java.util.stream.IntStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A noisy plane and what was made of it, x fastest. */
record PlanePair(int width, float[] noisy, float[] denoised) {

    static final int SIDE = Smoothness.SIDE;

    private static final double FINE = 1;
    private static final double COARSE = 3;
    private static final double ACCURACY = 1e-3;

    static PlanePair of(
            RandomAccessibleInterval<FloatType> noisy,
            RandomAccessibleInterval<FloatType> denoised) {
        return new PlanePair((int) noisy.dimension(0), pixels(noisy), pixels(denoised));
    }

    int height() {
        return noisy.length / width;
    }

    float[] residual() {
        return difference(noisy, denoised);
    }

    /** Of both, what is larger than about one and smaller than about three pixels. */
    PlanePair structures() {
        return new PlanePair(width, structures(noisy), structures(denoised));
    }

    /**
     * Where the squares of {@link #SIDE} lie that do not overlap: the index of their first pixel.
     */
    int[] squares() {
        int columns = width / SIDE;
        return IntStream.range(0, columns * (height() / SIDE))
                .map(i -> i / columns * SIDE * width + i % columns * SIDE)
                .toArray();
    }

    /** The pixels of a square of {@link #SIDE} with its first pixel at an index. */
    float[] square(float[] plane, int first) {
        float[] square = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++)
            System.arraycopy(plane, first + row * width, square, row * SIDE, SIDE);
        return square;
    }

    static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
        return difference;
    }

    private float[] structures(float[] plane) {
        return difference(blurred(plane, FINE), blurred(plane, COARSE));
    }

    private float[] blurred(float[] plane, double sigma) {
        FloatProcessor copy = new FloatProcessor(width, height(), plane.clone());
        new GaussianBlur().blurGaussian(copy, sigma, sigma, ACCURACY);
        return (float[]) copy.getPixels();
    }

    private static float[] pixels(RandomAccessibleInterval<FloatType> plane) {
        float[] pixels = new float[Math.toIntExact(plane.size())];
        Cursor<FloatType> cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
        return pixels;
    }
}
