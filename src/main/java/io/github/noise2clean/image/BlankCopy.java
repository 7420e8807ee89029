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
import java.util.function.Consumer;

/**
 * An image of zeros that is otherwise like the input.
 *
 * @param changesType whether it becomes 32-bit, with three channels for RGB
 * @param names of the channels that each one becomes; none where it stays one
 */
record BlankCopy(ImagePlus input, boolean changesType, List<String> names) {

    private static final List<Color> PRIMARY_COLOURS = List.of(Color.RED, Color.GREEN, Color.BLUE);

    ImagePlus create() {
        return around(blankStack());
    }

    /** The same with planes that are made when they are looked at; the first one now. */
    ImagePlus onDemand(PlaneReader planes, Consumer<String> notes) {
        List<String> labels =
                labels().stream()
                        .flatMap(label -> Collections.nCopies(copies(), label).stream())
                        .toList();
        ImageSize size = new ImageSize(input.getWidth(), input.getHeight());
        return around(new StackOnDemand(size, labels, planes, notes));
    }

    private ImagePlus around(ImageStack stack) {
        ImagePlus image = hyperstack(stack);
        copyDisplay(image);
        copyCalibration(image);
        copyProperties(image);
        copyRegions(image);
        return image;
    }

    private boolean splitsColours() {
        return changesType && input.getType() == ImagePlus.COLOR_RGB;
    }

    private boolean splitsChannels() {
        return !names.isEmpty();
    }

    private int mapsPerChannel() {
        return Math.max(1, names.size());
    }

    private int channels() {
        return mapsPerChannel() * copies() * input.getNChannels();
    }

    /** How many planes one becomes, but for those with names. */
    private int copies() {
        return splitsColours() ? 3 : 1;
    }

    private ImagePlus hyperstack(ImageStack stack) {
        ImagePlus image = new ImagePlus(input.getTitle(), stack);
        image.setDimensions(channels(), input.getNSlices(), input.getNFrames());
        boolean composite = input.isComposite() || splitsColours() || splitsChannels();
        ImagePlus result = composite ? new CompositeImage(image, mode()) : image;
        result.setOpenAsHyperStack(input.isHyperStack() || splitsChannels());
        return result;
    }

    private int mode() {
        if (splitsChannels()) return CompositeImage.COLOR;
        return splitsColours() ? CompositeImage.COMPOSITE : input.getDisplayMode();
    }

    private ImageStack blankStack() {
        ImageStack stack = new ImageStack(input.getWidth(), input.getHeight());
        for (String label : labels())
            for (int copy = 0; copy < copies(); copy++) addMaps(stack, label);
        return stack;
    }

    private void addMaps(ImageStack stack, String label) {
        if (!splitsChannels()) stack.addSlice(label, blankPixels());
        for (String name : names) stack.addSlice(named(label, name), blankPixels());
    }

    /** The name goes to the end of the first line, which is what ImageJ shows. */
    private static String named(String label, String name) {
        return label == null ? name : label.replaceFirst("(?m)$", ", " + name);
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
        if (splitsChannels() || splitsColours()) {
            ((CompositeImage) image).setLuts(lookUpTables());
        } else if (image instanceof CompositeImage composite) {
            composite.copyLuts(input);
        } else if (input.getType() != ImagePlus.COLOR_RGB) {
            image.getProcessor().setLut(input.getProcessor().getLut());
            image.getStack().setColorModel(input.getProcessor().getColorModel());
            image.setDisplayRange(input.getDisplayRangeMin(), input.getDisplayRangeMax());
        }
        image.setPosition(mapOf(input.getChannel()), input.getSlice(), input.getFrame());
    }

    /** The first of the channels that one becomes. */
    private int mapOf(int channel) {
        return (channel - 1) * mapsPerChannel() + 1;
    }

    /** Of every channel that is made. */
    private LUT[] lookUpTables() {
        LUT[] luts = new LUT[channels()];
        for (int i = 0; i < luts.length; i++) luts[i] = lookUpTable(i / mapsPerChannel());
        return luts;
    }

    private LUT lookUpTable(int channel) {
        if (splitsColours()) return within(primaryColour(channel), 0, 255);
        if (input instanceof CompositeImage composite)
            return (LUT) composite.getChannelLut(channel + 1).clone();
        LUT lut = (LUT) input.getProcessor().getLut().clone();
        return within(lut, input.getDisplayRangeMin(), input.getDisplayRangeMax());
    }

    private static LUT primaryColour(int channel) {
        return LUT.createLutFromColor(PRIMARY_COLOURS.get(channel));
    }

    private static LUT within(LUT lut, double min, double max) {
        lut.min = min;
        lut.max = max;
        return lut;
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
        if (splitsColours() || splitsChannels()) overlay.forEach(this::moveToPosition);
        image.setOverlay(overlay);
        image.setHideOverlay(input.getHideOverlay());
    }

    /** A slice number no longer fits where channels are split: it becomes channel, z and time. */
    private void moveToPosition(Roi roi) {
        if (roi.hasHyperStackPosition())
            moveToPosition(roi, roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
        else if (roi.getPosition() > 0) {
            int[] position = input.convertIndexToPosition(roi.getPosition());
            moveToPosition(roi, position[0], position[1], position[2]);
        }
    }

    /** What stands on the only channel, or on all, stays on all. */
    private void moveToPosition(Roi roi, int channel, int slice, int frame) {
        boolean onOne = input.getNChannels() > 1 && channel > 0;
        roi.setPosition(onOne ? mapOf(channel) : 0, slice, frame);
    }
}
