package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.util.Random;

/** Planes of waves, 32-bit with grey values about 50 to 200, and copies with noise. */
final class NoisyWaves {

    static final double DEVIATION = 30;

    private NoisyWaves() {}

    static ImagePlus clean(int side, int planes) {
        ImageStack stack = new ImageStack(side, side);
        for (int z = 0; z < planes; z++) stack.addSlice("wave " + z, wave(side, z));
        ImagePlus image = new ImagePlus("waves", stack);
        image.setDimensions(1, planes, 1);
        return image;
    }

    static ImagePlus noisy(int side, int planes) {
        ImagePlus image = clean(side, planes);
        Random random = new Random(5);
        for (int z = 1; z <= planes; z++) {
            float[] pixels = (float[]) image.getStack().getPixels(z);
            for (int i = 0; i < pixels.length; i++)
                pixels[i] += (float) (DEVIATION * random.nextGaussian());
        }
        return image;
    }

    /** Of 32-bit images, in grey levels. */
    static double meanSquaredError(ImagePlus image, ImagePlus clean) {
        double sum = 0;
        for (int z = 1; z <= clean.getStackSize(); z++) {
            float[] x = (float[]) image.getStack().getPixels(z);
            float[] y = (float[]) clean.getStack().getPixels(z);
            for (int i = 0; i < x.length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]) / x.length;
        }
        return sum / clean.getStackSize();
    }

    private static FloatProcessor wave(int side, int z) {
        FloatProcessor plane = new FloatProcessor(side, side);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                plane.setf(x, y, (float) (125 + 75 * Math.sin(0.15 * (x + (z + 1) * y) + z)));
        return plane;
    }
}
