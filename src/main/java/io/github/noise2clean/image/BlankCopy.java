package io.github.noise2clean.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An image of zeros that is otherwise like the input.
 *
 * @param changesType whether it becomes 32-bit, with three channels for RGB
 */
record BlankCopy(ImagePlus input, boolean changesType) {

    ImagePlus create() {
        ImagePlus image = blank();
        copyDisplay(image);
        copyCalibration(image);
        copyProperties(image);
        copyRegions(image);
        return image;
    }

    private boolean splitsColours() {
        return changesType && input.getType() == ImagePlus.COLOR_RGB;
    }

    private int channels() {
        return splitsColours() ? 3 : input.getNChannels();
    }

    private ImagePlus blank() {
        ImagePlus image = new ImagePlus(input.getTitle(), blankStack());
        image.setDimensions(channels(), input.getNSlices(), input.getNFrames());
        boolean composite = input.isComposite() || splitsColours();
        ImagePlus result = composite ? new CompositeImage(image, mode()) : image;
        result.setOpenAsHyperStack(input.isHyperStack());
        return result;
    }

    private int mode() {
        return splitsColours() ? CompositeImage.COMPOSITE : input.getDisplayMode();
    }

    private ImageStack blankStack() {
        ImageStack stack = new ImageStack(input.getWidth(), input.getHeight());
        for (String label : labels())
            for (int copy = 0; copy < (splitsColours() ? 3 : 1); copy++)
                stack.addSlice(label, blankPixels());
        return stack;
    }

    private List<String> labels() {
        if (!input.hasImageStack()) return Collections.singletonList(input.getProp("Slice_Label"));
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= input.getStackSize(); i++)
            labels.add(input.getStack().getSliceLabel(i));
        return labels;
    }

    private Object blankPixels() {
        int size = input.getWidth() * input.getHeight();
        return switch (changesType ? 32 : input.getBitDepth()) {
            case 8 -> new byte[size];
            case 16 -> new short[size];
            case 24 -> new int[size];
            default -> new float[size];
        };
    }

    private void copyDisplay(ImagePlus image) {
        if (splitsColours()) {
            ((CompositeImage) image).setLuts(primaryColours());
        } else if (image instanceof CompositeImage composite) {
            composite.copyLuts(input);
        } else if (input.getType() != ImagePlus.COLOR_RGB) {
            image.getProcessor().setLut(input.getProcessor().getLut());
            image.getStack().setColorModel(input.getProcessor().getColorModel());
            image.setDisplayRange(input.getDisplayRangeMin(), input.getDisplayRangeMax());
        }
        image.setPosition(input.getChannel(), input.getSlice(), input.getFrame());
    }

    private static LUT[] primaryColours() {
        LUT[] luts = new LUT[3];
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE};
        for (int c = 0; c < 3; c++) {
            luts[c] = LUT.createLutFromColor(colours[c]);
            luts[c].min = 0;
            luts[c].max = 255;
        }
        return luts;
    }

    private void copyCalibration(ImagePlus image) {
        Calibration calibration = input.getCalibration().copy();
        if (changesType) calibration.setFunction(Calibration.NONE, null, "Gray Value");
        image.setCalibration(calibration);
    }

    private void copyProperties(ImagePlus image) {
        if (input.getProperties() != null)
            input.getProperties().forEach((key, value) -> image.setProperty((String) key, value));
        image.setProperties(input.getPropertiesAsArray());
    }

    private void copyRegions(ImagePlus image) {
        if (input.getRoi() != null) image.setRoi((Roi) input.getRoi().clone());
        if (input.getOverlay() == null) return;
        Overlay overlay = input.getOverlay().duplicate();
        if (splitsColours()) overlay.forEach(this::moveToPosition);
        image.setOverlay(overlay);
        image.setHideOverlay(input.getHideOverlay());
    }

    /** A slice number no longer fits where the colours are split: it becomes a z and a time. */
    private void moveToPosition(Roi roi) {
        if (roi.getPosition() == 0) return;
        int[] position = input.convertIndexToPosition(roi.getPosition());
        roi.setPosition(0, position[1], position[2]);
    }
}
