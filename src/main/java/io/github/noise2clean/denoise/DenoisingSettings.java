package io.github.noise2clean.denoise;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.PrecisionChoice;

/**
 * How an image is denoised.
 *
 * @param tile pixels along each side of a tile, 0 for as many as the memory allows; it is made
 *     smaller where tiles of one size then fit the image, and larger where the network's halving of
 *     the resolution asks for it
 * @param asFloat whether the result is 32-bit rather than of the input's type, if it is one channel
 *     for each of the input
 * @param axes what the planes of a stack are
 */
public record DenoisingSettings(
        DeviceChoice device,
        int tile,
        boolean asFloat,
        Estimate estimate,
        AxisChoice axes,
        PrecisionChoice precision) {

    public DenoisingSettings {
        if (tile < 0)
            throw new IllegalArgumentException(
                    "The tile must have at least 1 pixel, or 0 for automatic, not " + tile + ".");
    }

    /** In float32. */
    public DenoisingSettings(
            DeviceChoice device, int tile, boolean asFloat, Estimate estimate, AxisChoice axes) {
        this(device, tile, asFloat, estimate, axes, PrecisionChoice.FLOAT32);
    }

    /** In float32, for stacks that are what they say. */
    public DenoisingSettings(DeviceChoice device, int tile, boolean asFloat, Estimate estimate) {
        this(device, tile, asFloat, estimate, AxisChoice.AUTO);
    }

    /** The same, but for the precision. */
    public DenoisingSettings in(PrecisionChoice precision) {
        return new DenoisingSettings(device, tile, asFloat, estimate, axes, precision);
    }

    /** Of what is made of an image. */
    public double resultBytes(FileImage noisy) {
        return bytesPerPixel(noisy.outline()) * noisy.pixelsOfPlanes();
    }

    /** Of what is made of each pixel of an image. */
    double bytesPerPixel(ImagePlus noisy) {
        if (!asFloat && estimate.maps().isEmpty()) return noisy.getBytesPerPixel();
        int colours = noisy.getType() == ImagePlus.COLOR_RGB ? 3 : 1;
        return (double) Float.BYTES * colours * Math.max(1, estimate.maps().size());
    }
}
