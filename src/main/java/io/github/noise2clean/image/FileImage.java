package io.github.noise2clean.image;

import ij.ImagePlus;
import java.nio.file.Path;

/**
 * An image whose pixels stay in its file, and are read when they are looked at.
 *
 * @param outline the image as ImageJ opens it, but with planes of a few pixels
 * @param plane the size of its planes
 * @param pixels as {@link ImagePluses#view}, for reading only
 */
public record FileImage(Path file, ImagePlus outline, ImageSize plane, AxisImage pixels) {

    /** Of the pixels as they are in memory. */
    public long bytes() {
        return Math.multiplyExact(pixelsOfPlanes(), outline.getBytesPerPixel());
    }

    /** The number of pixels of all planes, of which RGB counts once. */
    public long pixelsOfPlanes() {
        return Math.multiplyExact(plane.pixels(), outline.getStackSize());
    }
}
