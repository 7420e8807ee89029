package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * Images that a network has not seen, clean and noisy.
 *
 * @param clean 8-bit or RGB, one image per slice
 * @param noisy the same images, 32-bit, with a channel per colour
 */
record TestSet(ImagePlus clean, ImagePlus noisy) {

    TestSet {
        if (count(clean) != count(noisy))
            throw new IllegalArgumentException(
                    count(clean) + " clean images, but " + count(noisy) + " noisy ones");
    }

    int count() {
        return count(clean);
    }

    ImagePlus clean(int index) {
        return image(clean, index);
    }

    ImagePlus noisy(int index) {
        return image(noisy, index);
    }

    /** The first images, or all where there are not as many. */
    TestSet first(int count) {
        int present = Math.min(count, count());
        return new TestSet(images(clean, 0, present), images(noisy, 0, present));
    }

    /** The image at {@code index}, counted from 0, with all its channels; it shares its pixels. */
    static ImagePlus image(ImagePlus images, int index) {
        return images(images, index, 1);
    }

    private static ImagePlus images(ImagePlus all, int first, int count) {
        int channels = all.getNChannels();
        ImageStack planes = new ImageStack(all.getWidth(), all.getHeight());
        for (int i = first * channels; i < (first + count) * channels; i++)
            planes.addSlice(all.getStack().getProcessor(i + 1));
        ImagePlus images = new ImagePlus(all.getTitle(), planes);
        images.setDimensions(channels, count, 1);
        return images;
    }

    private static int count(ImagePlus images) {
        return images.getStackSize() / images.getNChannels();
    }
}
