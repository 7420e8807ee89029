package io.github.noise2clean.dataset;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Bright spots that can be moved by any fraction of a pixel, on a dark field. */
record Blobs(int width, int height, double x, double y) {

    private static final int PIXELS_PER_SPOT = 300;

    Blobs movedBy(double right, double down) {
        return new Blobs(width, height, x + right, y + down);
    }

    /** Grey values of about 0 to 200, with white noise of this deviation. */
    RandomAccessibleInterval<FloatType> image(double noise, long seed) {
        Random random = new Random(seed);
        float[] pixels = clean();
        for (int i = 0; i < pixels.length; i++) pixels[i] += noise * random.nextGaussian();
        return ArrayImgs.floats(pixels, width, height);
    }

    private float[] clean() {
        Random places = new Random(5);
        float[] pixels = new float[width * height];
        for (int spot = 0; spot < width * height / PIXELS_PER_SPOT; spot++)
            add(
                    pixels,
                    places.nextDouble() * width,
                    places.nextDouble() * height,
                    2 + 4 * places.nextDouble());
        return pixels;
    }

    private void add(float[] pixels, double left, double top, double radius) {
        double reach = 4 * radius;
        int right = (int) Math.min(width - 1, left + x + reach);
        int bottom = (int) Math.min(height - 1, top + y + reach);
        for (int v = (int) Math.max(0, top + y - reach); v <= bottom; v++)
            for (int u = (int) Math.max(0, left + x - reach); u <= right; u++) {
                double distance = Math.hypot(u - left - x, v - top - y) / radius;
                pixels[v * width + u] += 200 * Math.exp(-0.5 * distance * distance);
            }
    }
}
