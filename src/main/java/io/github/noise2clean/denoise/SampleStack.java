package io.github.noise2clean.denoise;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.image.ImageSize;
import java.util.Arrays;

/** A 32-bit stack that grows sample by sample; channels, if there are several, come first. */
final class SampleStack {

    private static final double MEBIBYTE = 1 << 20;

    private final ImageSize size;
    private final int channels;
    private final ImageStack planes;

    /**
     * @param samples that will be added
     * @throws IllegalArgumentException with a sentence for the user, if they do not fit in Java's
     *     memory
     */
    SampleStack(ImageSize size, int channels, int samples) {
        requireMemory(size, (double) samples * channels);
        this.size = size;
        this.channels = channels;
        this.planes = new ImageStack(size.width(), size.height());
    }

    /**
     * @param values channel by channel, each row-major
     */
    void add(String label, float[] values) {
        int pixels = values.length / channels;
        for (int c = 0; c < channels; c++)
            addPlane(label, Arrays.copyOfRange(values, c * pixels, (c + 1) * pixels));
    }

    /** The next channel of a sample. */
    void addPlane(String label, float[] values) {
        planes.addSlice(label, values);
    }

    /** The samples so far, along the slices (z) of an image. */
    ImagePlus image(String title) {
        ImagePlus image = new ImagePlus(title, planes);
        image.setDimensions(channels, planes.size() / channels, 1);
        return channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if so many 32-bit planes do
     *     not fit in Java's memory
     */
    static void requireMemory(ImageSize size, double planes) {
        Runtime java = Runtime.getRuntime();
        long free = java.maxMemory() - java.totalMemory() + java.freeMemory();
        double wanted = planes * size.pixels() * Float.BYTES;
        if (wanted > free || size.pixels() > Integer.MAX_VALUE)
            throw new IllegalArgumentException(
                    "The result of %s pixels needs %.0f MB of memory, but only %.0f MB are free."
                            .formatted(size, wanted / MEBIBYTE, free / MEBIBYTE));
    }
}
