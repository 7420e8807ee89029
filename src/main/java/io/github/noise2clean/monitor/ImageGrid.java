package io.github.noise2clean.monitor;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;

/**
 * The planes of a stack as one picture: row by row in a square as nearly as may be, thinly
 * separated, all in the stack's display range.
 */
public record ImageGrid(ImagePlus stack, int magnification) {

    private static final int GAP = 2;

    /** Images of fewer pixels along each side are shown larger. */
    private static final int SMALL = 100;

    public ImageGrid {
        if (stack.getProcessor() == null || magnification < 1)
            throw new IllegalArgumentException(stack + ", magnification " + magnification);
    }

    /** In a magnification in which people can see small images. */
    public static ImageGrid of(ImagePlus stack) {
        return new ImageGrid(stack, Math.max(stack.getWidth(), stack.getHeight()) < SMALL ? 2 : 1);
    }

    /** An 8-bit picture on white. */
    public ImageProcessor draw() {
        ImageStack planes = stack.getStack();
        var canvas = new ByteProcessor(columns() * pitch(planes.getWidth()) + GAP, canvasHeight());
        canvas.setColor(Color.WHITE);
        canvas.fill();
        for (int i = 0; i < planes.size(); i++)
            canvas.insert(
                    shown(planes.getProcessor(i + 1)),
                    GAP + i % columns() * pitch(planes.getWidth()),
                    GAP + i / columns() * pitch(planes.getHeight()));
        return canvas;
    }

    private int columns() {
        return (int) Math.ceil(Math.sqrt(stack.getStackSize()));
    }

    private int canvasHeight() {
        int rows = (stack.getStackSize() + columns() - 1) / columns();
        return rows * pitch(stack.getHeight()) + GAP;
    }

    private int pitch(int pixels) {
        return magnification * pixels + GAP;
    }

    private ImageProcessor shown(ImageProcessor plane) {
        ImageProcessor scaled = plane.convertToFloat().duplicate();
        scaled.setMinAndMax(stack.getDisplayRangeMin(), stack.getDisplayRangeMax());
        ImageProcessor grey = scaled.convertToByte(true);
        grey.setInterpolationMethod(ImageProcessor.NONE);
        return grey.resize(magnification * plane.getWidth(), magnification * plane.getHeight());
    }
}
