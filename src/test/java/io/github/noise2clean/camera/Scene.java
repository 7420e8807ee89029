package io.github.noise2clean.camera;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.noise.CameraNoise;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A photograph of blobs, discs with steep edges and thin lines, beside a dark background of a third
 * of its width.
 *
 * @param brightest above the offset, about
 */
record Scene(int side, double brightest, long seed) {

    private static final int BLOBS = 29;
    private static final int DISCS = 8;
    private static final int LINES = 12;

    /** What the camera makes of it, rounded as by its converter. */
    RandomAccessibleInterval<FloatType> taken(Camera camera) {
        return ArrayImgs.floats(pixels(camera), side, side);
    }

    float[] pixels(Camera camera) {
        float[] pixels = clean(camera.offset());
        SplittableRandom random = new SplittableRandom(seed + 1);
        new CameraNoise(camera).addTo(pixels, new DataRange(0, 0), random);
        for (int i = 0; i < pixels.length; i++) pixels[i] = Math.round(pixels[i]);
        return pixels;
    }

    private float[] clean(double offset) {
        double[] light = light();
        float[] pixels = new float[light.length];
        for (int i = 0; i < pixels.length; i++) {
            boolean dark = i % side < 0.3 * side;
            pixels[i] = (float) (offset + (dark ? 0 : light[i] * brightest / 1.5));
        }
        return pixels;
    }

    private double[] light() {
        RandomGenerator random = new SplittableRandom(seed);
        double[] light = new double[side * side];
        for (int i = 0; i < BLOBS; i++) addBlob(light, random);
        for (int i = 0; i < DISCS; i++) addDisc(light, random);
        for (int i = 0; i < LINES; i++) addLine(light, random);
        return light;
    }

    private void addBlob(double[] light, RandomGenerator random) {
        double x = random.nextDouble(side);
        double y = random.nextDouble(side);
        double sigma = random.nextDouble(0.01, 0.09) * side;
        double height = random.nextDouble(0.1, 1);
        for (int i = 0; i < light.length; i++) {
            double distance = Math.hypot(i % side - x, i / side - y) / sigma;
            light[i] += height * Math.exp(-distance * distance / 2);
        }
    }

    private void addDisc(double[] light, RandomGenerator random) {
        double x = random.nextDouble(side);
        double y = random.nextDouble(side);
        double radius = random.nextDouble(0.02, 0.1) * side;
        double height = random.nextDouble(0.1, 0.7);
        for (int i = 0; i < light.length; i++)
            if (Math.hypot(i % side - x, i / side - y) < radius) light[i] += height;
    }

    private void addLine(double[] light, RandomGenerator random) {
        double angle = random.nextDouble(Math.PI);
        double along = random.nextDouble(side);
        double width = random.nextDouble(1, 4);
        for (int i = 0; i < light.length; i++) {
            double distance = (i % side) * Math.cos(angle) + (i / side) * Math.sin(angle) - along;
            if (Math.abs(distance) < width) light[i] += 0.5;
        }
    }
}
