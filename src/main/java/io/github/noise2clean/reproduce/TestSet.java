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

    /** The image at {@code index}, counted from 0, with all its channels; it shares its pixels. */
    static ImagePlus image(ImagePlus images, int index) {
        int channels = images.getNChannels();
        ImageStack planes = new ImageStack(images.getWidth(), images.getHeight());
        for (int c = 1; c <= channels; c++)
            planes.addSlice(images.getStack().getProcessor(index * channels + c));
        ImagePlus image = new ImagePlus(images.getTitle(), planes);
        image.setDimensions(channels, 1, 1);
        return image;
    }

    private static int count(ImagePlus images) {
        return images.getStackSize() / images.getNChannels();
    }
}
