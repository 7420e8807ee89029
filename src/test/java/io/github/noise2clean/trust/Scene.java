package io.github.noise2clean.trust;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;

/** A dark empty background with discs, a bar and fine lines on it, and noise to add. */
final class Scene {

    static final int SIDE = 256;
    static final int PIXELS = SIDE * SIDE;
    static final double DEVIATION = 10;

    private Scene() {}

    static float[] clean() {
        float[] pixels = new float[PIXELS];
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) pixels[y * SIDE + x] = clean(x, y);
        return pixels;
    }

    private static float clean(int x, int y) {
        double value = 60 + 0.02 * x;
        if (Math.hypot(x - 170, y - 60) < 30) value += 50;
        if (Math.hypot(x - 200, y - 180) < 20) value += 90;
        if (x > 110 && x < 130 && y > 100) value += 40;
        if (x > 140 && y > 110 && y < 150) value += 40 * Math.sin(2 * Math.PI * x / 8.0);
        return (float) value;
    }

    /** White noise of the deviation {@link #DEVIATION}, or of any other factor times that. */
    static float[] noise(long seed, double factor) {
        Random random = new Random(seed);
        float[] noise = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            noise[i] = (float) (factor * DEVIATION * random.nextGaussian());
        return noise;
    }

    /** Noise of that deviation, in which neighbours along x correlate by a half. */
    static float[] streaks(long seed) {
        float[] white = noise(seed, Math.sqrt(0.5));
        float[] noise = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) noise[i] = white[i] + white[(i + 1) % PIXELS];
        return noise;
    }

    static float[] blurred(float[] pixels, double sigma) {
        FloatProcessor copy = new FloatProcessor(SIDE, SIDE, pixels.clone());
        new GaussianBlur().blurGaussian(copy, sigma, sigma, 1e-3);
        return (float[]) copy.getPixels();
    }

    static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < a.length; i++) sum[i] = a[i] + b[i];
        return sum;
    }

    /** As good as denoising gets: what a wide average would leave of the noise. */
    static float[] denoised(float[] noise) {
        return sum(clean(), blurred(noise, 3));
    }

    static AxisImage plane(float[] pixels) {
        return new AxisImage(ArrayImgs.floats(pixels, SIDE, SIDE), List.of(Axis.X, Axis.Y));
    }
}
