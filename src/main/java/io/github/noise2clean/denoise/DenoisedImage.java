package io.github.noise2clean.denoise;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.trust.SeenRange;
import java.util.List;

/**
 * What is made of a noisy image: blank at first.
 *
 * @param settings that it is made by
 * @param maps views of the image to fill, each with the size and axes of the noisy one
 */
public record DenoisedImage(ImagePlus image, DenoisingSettings settings, List<AxisImage> maps) {

    public DenoisedImage {
        maps = List.copyOf(maps);
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if it does not fit in memory
     */
    public static DenoisedImage blank(ImagePlus noisy, DenoisingSettings settings) {
        if (!settings.estimate().maps().isEmpty()) requireMemory(noisy, settings);
        try {
            ImagePlus image = blankCopy(noisy, settings);
            return of(image, ImagePluses.view(image), settings);
        } catch (OutOfMemoryError e) {
            throw new IllegalArgumentException(
                    "The result does not fit into Java's memory: give it more, or take Denoise Folder"
                            + " (noise2clean denoise on the command line), which reads a TIFF file"
                            + " without compression, and writes the result, piece by piece.",
                    e);
        }
    }

    /**
     * @param image as {@link #blankCopy} makes it
     * @param pixels of it, or of one that it is the outline of
     */
    static DenoisedImage of(ImagePlus image, AxisImage pixels, DenoisingSettings settings) {
        int maps = settings.estimate().maps().size();
        return new DenoisedImage(image, settings, maps == 0 ? List.of(pixels) : pixels.dealt(maps));
    }

    /** Of the type and the channels that the settings ask for. */
    static ImagePlus blankCopy(ImagePlus noisy, DenoisingSettings settings) {
        List<String> names = settings.estimate().maps();
        return names.isEmpty()
                ? ImagePluses.blankCopy(noisy, settings.asFloat())
                : ImagePluses.blankMaps(noisy, names);
    }

    /**
     * The image when all is filled. Its properties tell how it came about; standard deviations are
     * shown from zero to their highest.
     *
     * @param seen as in {@link Outcome}
     */
    public Outcome finished(AxisImage noisy, Provenance provenance, List<SeenRange> seen) {
        provenance.properties(settings).forEach(image::setProp);
        int deviation = settings.estimate().maps().indexOf(Estimate.DEVIATION);
        if (deviation >= 0) showFromZero(deviation);
        return new Outcome(image, noisy, maps.get(0), seen);
    }

    private void showFromZero(int map) {
        List<AxisImage> channels = maps.get(map).channels();
        for (int c = 0; c < channels.size(); c++)
            showFromZero(1 + map + c * maps.size(), channels.get(c));
    }

    private void showFromZero(int channel, AxisImage pixels) {
        CompositeImage composite = (CompositeImage) image;
        LUT lut = composite.getChannelLut(channel);
        lut.min = 0;
        lut.max = DataRange.of(pixels.pixels()).max();
        composite.setChannelLut(lut, channel);
    }

    private static void requireMemory(ImagePlus noisy, DenoisingSettings settings) {
        ImageSize plane = new ImageSize(noisy.getWidth(), noisy.getHeight());
        double floats = settings.bytesPerPixel(noisy) / Float.BYTES;
        SampleStack.requireMemory(plane, noisy.getStackSize() * floats);
    }
}
