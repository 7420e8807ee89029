package io.github.noise2clean.image;

import ij.ImagePlus;
import java.util.List;

/** The number of pixels of an image along each of ImageJ's axes. */
public record StackSize(ImageSize plane, int channels, int slices, int frames) {

    public StackSize {
        if (channels < 1 || slices < 1 || frames < 1)
            throw new IllegalArgumentException(
                    channels + " channels, " + slices + " slices, " + frames + " frames");
    }

    static StackSize of(ImagePlus image) {
        return new StackSize(
                new ImageSize(image.getWidth(), image.getHeight()),
                image.getNChannels(),
                image.getNSlices(),
                image.getNFrames());
    }

    /** The number of planes. */
    public int planes() {
        return Math.multiplyExact(channels, Math.multiplyExact(slices, frames));
    }

    /** Those longer than 1, and X and Y. */
    List<Axis> axes() {
        return List.of(Axis.values()).stream()
                .filter(axis -> axis == Axis.X || axis == Axis.Y || along(axis) > 1)
                .toList();
    }

    /** Along each of {@link #axes}. */
    long[] dimensions() {
        return axes().stream().mapToLong(this::along).toArray();
    }

    private int along(Axis axis) {
        return switch (axis) {
            case X -> plane.width();
            case Y -> plane.height();
            case CHANNEL -> channels;
            case Z -> slices;
            case TIME -> frames;
        };
    }
}
