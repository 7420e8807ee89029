package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** A picture with a slope, waves and sharp edges in all directions, made noisy. */
final class NoisyScene {

    static final int SIDE = 200;
    private static final DataRange RANGE = new DataRange(0, 255);

    private NoisyScene() {}

    static RandomAccessibleInterval<FloatType> with(String noise, long seed) {
        float[] pixels = clean();
        NoiseModel.parse(noise).addTo(pixels, RANGE, new SplittableRandom(seed));
        return ArrayImgs.floats(pixels, SIDE, SIDE);
    }

    /** White noise of deviation 25, smeared over columns and rows with these weights. */
    static RandomAccessibleInterval<FloatType> smeared(
            double[] alongX, double[] alongY, long seed) {
        float[] noise = new float[SIDE * SIDE];
        NoiseModel.parse("gaussian:25").addTo(noise, RANGE, new SplittableRandom(seed));
        noise = smeared(smeared(noise, alongX, 1), alongY, SIDE);
        float[] pixels = clean();
        for (int i = 0; i < pixels.length; i++) pixels[i] += noise[i];
        return ArrayImgs.floats(pixels, SIDE, SIDE);
    }

    private static float[] smeared(float[] noise, double[] weights, int stride) {
        float[] result = new float[noise.length];
        for (int i = 0; i < noise.length; i++)
            for (int k = 0; k < weights.length; k++)
                result[i] += weights[k] * noise[Math.floorMod(i - k * stride, noise.length)];
        return result;
    }

    private static float[] clean() {
        float[] pixels = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) pixels[y * SIDE + x] = clean(x, y);
        return pixels;
    }

    private static float clean(int x, int y) {
        double value = 60 + 0.2 * x + 0.1 * y + 10 * Math.sin(x / 9.0) * Math.cos(y / 13.0);
        if (Math.hypot(x - 60, y - 70) < 40) value += 90;
        if (x > 120 && x < 170 && y > 30 && y < 90) value += 60;
        if (y > 150 && (x + y) % 40 < 20) value += 50;
        return (float) value;
    }
}
