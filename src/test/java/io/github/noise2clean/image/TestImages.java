package io.github.noise2clean.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;
import java.awt.Color;

/** Small ImageJ images whose every pixel is known. */
final class TestImages {

    private TestImages() {}

    /** Grey images in which pixel i of slice s (from 0) holds 10 s + i. */
    static ImagePlus grey(int bitDepth, int channels, int slices, int frames) {
        ImageStack stack = new ImageStack(4, 3, channels * slices * frames);
        for (int s = 0; s < stack.size(); s++) {
            stack.setPixels(pixels(bitDepth), s + 1);
            stack.setSliceLabel("label " + s, s + 1);
            for (int i = 0; i < 12; i++) stack.setVoxel(i % 4, i / 4, s, 10 * s + i);
        }
        ImagePlus image = new ImagePlus("grey", stack);
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return image;
    }

    /** A 16-bit composite of 2 channels, 2 slices and 3 frames with all that a user may set. */
    static ImagePlus annotatedHyperstack() {
        CompositeImage image = new CompositeImage(grey(16, 2, 2, 3), CompositeImage.COMPOSITE);
        image.setTitle("annotated");
        image.setLuts(new LUT[] {lut(Color.MAGENTA, 3, 99), lut(Color.YELLOW, 7, 42)});
        image.setCalibration(calibration());
        image.setOverlay(new Overlay(positioned(new Roi(1, 1, 2, 1))));
        image.setRoi(new Roi(0, 1, 3, 2));
        image.setProperty("Info", "objective = 63x");
        image.setProp("dye", "DAPI");
        return image;
    }

    private static Object pixels(int bitDepth) {
        return switch (bitDepth) {
            case 8 -> new byte[12];
            case 16 -> new short[12];
            default -> new float[12];
        };
    }

    private static LUT lut(Color color, double min, double max) {
        LUT lut = LUT.createLutFromColor(color);
        lut.min = min;
        lut.max = max;
        return lut;
    }

    private static Calibration calibration() {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 0.5;
        calibration.pixelDepth = 2;
        calibration.setUnit("micron");
        calibration.frameInterval = 1.5;
        calibration.setTimeUnit("min");
        calibration.xOrigin = 7;
        calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {1, 2}, "photons");
        return calibration;
    }

    private static Roi positioned(Roi roi) {
        roi.setPosition(1, 2, 3);
        return roi;
    }
}
