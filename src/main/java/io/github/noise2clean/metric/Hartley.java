package io.github.noise2clean.metric;

import ij.process.FHT;
import ij.process.FloatProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The Hartley transform of a square, less its mean and fading out to its borders by a Hann window,
 * so that the borders, which all look alike, do not count.
 */
public final class Hartley {

    private static final int SMALLEST = 8;

    private Hartley() {}

    /**
     * Of the side's next power of two (the square itself, then zeros). Pixels that are not finite
     * count as 0.
     *
     * @param square X, Y
     */
    public static FHT of(RandomAccessibleInterval<FloatType> square) {
        int side = (int) square.dimension(0);
        if (side != square.dimension(1))
            throw new IllegalArgumentException(Sizes.text(square) + " pixels are no square");
        int padded = Math.max(SMALLEST, Integer.highestOneBit(2 * side - 1));
        FHT transform = new FHT(new FloatProcessor(padded, padded, padded(faded(square), padded)));
        transform.setShowProgress(false);
        transform.transform();
        return transform;
    }

    private static float[] faded(RandomAccessibleInterval<FloatType> square) {
        int side = (int) square.dimension(0);
        float[] pixels = finite(square);
        double mean = 0;
        for (float pixel : pixels) mean += pixel / pixels.length;
        double[] window = hann(side);
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) ((pixels[i] - mean) * window[i % side] * window[i / side]);
        return pixels;
    }

    private static float[] finite(RandomAccessibleInterval<FloatType> square) {
        float[] pixels = new float[Math.toIntExact(square.size())];
        Cursor<FloatType> cursor = Views.flatIterable(square).cursor();
        for (int i = 0; i < pixels.length; i++) {
            float value = cursor.next().get();
            pixels[i] = Float.isFinite(value) ? value : 0;
        }
        return pixels;
    }

    private static double[] hann(int side) {
        double[] window = new double[side];
        for (int i = 0; i < side; i++)
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / side);
        return window;
    }

    private static float[] padded(float[] pixels, int padded) {
        int side = (int) Math.sqrt(pixels.length);
        float[] result = new float[padded * padded];
        for (int y = 0; y < side; y++) System.arraycopy(pixels, y * side, result, y * padded, side);
        return result;
    }
}
