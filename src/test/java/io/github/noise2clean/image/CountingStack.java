package io.github.noise2clean.image;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;

/** A virtual stack that makes plane i, in which every pixel is i, and counts how often it does. */
public final class CountingStack extends VirtualStack {

    private final int planes;
    private final short[] pixels;
    private int reads;

    public CountingStack(int width, int height, int planes) {
        super(width, height, planes);
        this.planes = planes;
        this.pixels = new short[width * height];
        setBitDepth(16);
    }

    @Override
    public ImageProcessor getProcessor(int number) {
        reads++;
        Arrays.fill(pixels, (short) (number - 1));
        return new ShortProcessor(getWidth(), getHeight(), pixels, null);
    }

    @Override
    public int size() {
        return planes;
    }

    public int reads() {
        return reads;
    }
}
