package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.util.Random;

/** Noisy 32-bit images of which it is known what they show. */
final class KnownScenes {

    private static final int SIDE = 128;

    private KnownScenes() {}

    /** Bright spots on a dark background. */
    static ImagePlus spots() {
        FloatProcessor plane = new FloatProcessor(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) {
                double fromSpot = Math.hypot(x % 32 - 16, y % 32 - 16);
                plane.setf(x, y, (float) (100 + 900 * Math.exp(-fromSpot * fromSpot / 18)));
            }
        return noisy("spots", plane, 1);
    }

    /** Waves about a middle grey, under white noise. */
    static ImagePlus texture() {
        return noisy("texture", waves(), 1);
    }

    /** The same waves, under noise that neighbours in a row share. */
    static ImagePlus scan() {
        return noisy("scan", waves(), 2);
    }

    static ImagePlus constant(float value) {
        FloatProcessor plane = new FloatProcessor(SIDE, SIDE);
        plane.setValue(value);
        plane.fill();
        return new ImagePlus("constant", plane);
    }

    private static FloatProcessor waves() {
        FloatProcessor plane = new FloatProcessor(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                plane.setf(x, y, (float) (500 + 200 * Math.sin(x / 13.0) * Math.cos(y / 11.0)));
        return plane;
    }

    /**
     * @param shared by so many pixels of a row is each of the numbers that are drawn
     */
    private static ImagePlus noisy(String title, FloatProcessor plane, int shared) {
        Random random = new Random(7);
        double[] drawn = random.doubles(plane.getPixelCount() + shared, -60, 60).toArray();
        for (int i = 0; i < plane.getPixelCount(); i++)
            for (int k = 0; k < shared; k++) plane.setf(i, (float) (plane.getf(i) + drawn[i + k]));
        return new ImagePlus(title, plane);
    }
}
