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

    /** A single image keeps its label as a property, which is copied with the others. */
    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= input.getStackSize(); i++)
            labels.add(input.getStackSize() == 1 ? null : input.getStack().getSliceLabel(i));
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
        if (input.getRoi() != null) image.setRoi(copy(input.getRoi()));
        if (input.getOverlay() == null) return;
        Overlay overlay = input.getOverlay().duplicate();
        for (int i = 0; i < overlay.size(); i++) overlay.set(copy(overlay.get(i)), i);
        image.setOverlay(overlay);
        image.setHideOverlay(input.getHideOverlay());
    }

    /** Where colours are split, a slice number no longer fits: it becomes a z and a time. */
    private Roi copy(Roi original) {
        Roi roi = (Roi) original.clone();
        int slice = roi.getPosition();
        if (splitsColours() && slice > 0) {
            int[] position = input.convertIndexToPosition(slice);
            roi.setPosition(0, position[1], position[2]);
        }
        return roi;
    }
}
