package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.ImageModule;

/** A network that makes the same of the same window; of a latent code it takes the mean. */
record MeanNetwork(ImageModule module) implements PixelNetwork {

    @Override
    public float[] run(float[] window, long[] shape) {
        return module.forward(window, PixelNetwork.batch(shape));
    }
}
