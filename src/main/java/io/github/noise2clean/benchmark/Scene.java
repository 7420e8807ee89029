package io.github.noise2clean.benchmark;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A square of smooth waves in the grey values of a camera of 16 bits; the time of a network does
 * not depend on what it is shown.
 */
record Scene(int side) {

    static final double HIGHEST = 4000;
    private static final double WAVE = 0.05;
    private static final double NOISE = 200;
    private static final long SEED = 1;

    ArrayImg<FloatType, ?> clean() {
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (float) wave(i % side, i / side);
        return ArrayImgs.floats(pixels, side, side);
    }

    ImagePlus noisy() {
        SplittableRandom random = new SplittableRandom(SEED);
        short[] pixels = new short[side * side];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (short) (wave(i % side, i / side) + random.nextDouble(NOISE));
        return new ImagePlus("benchmark", new ShortProcessor(side, side, pixels, null));
    }

    private static double wave(int x, int y) {
        return HIGHEST / 4 * (2 + Math.sin(WAVE * x) + Math.cos(WAVE * y));
    }
}
