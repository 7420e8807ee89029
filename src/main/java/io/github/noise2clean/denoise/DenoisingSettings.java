package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceChoice;
import java.util.OptionalLong;

/**
 * How an image is denoised.
 *
 * @param tile pixels along each side of a tile, 0 for as many as the memory allows; it is made
 *     smaller where tiles of one size then fit the image, and larger where the network's halving of
 *     the resolution asks for it
 * @param asFloat whether the result is 32-bit rather than of the input's type
 * @param sampleSeed where present, a variational network decodes a sample of its latent code, drawn
 *     with this seed, instead of its mean; the sample depends on the tiles
 */
public record DenoisingSettings(
        DeviceChoice device, int tile, boolean asFloat, OptionalLong sampleSeed) {

    public DenoisingSettings {
        if (tile < 0)
            throw new IllegalArgumentException(
                    "The tile must have at least 1 pixel, or 0 for automatic, not " + tile + ".");
    }
}
