package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.OnnxModule;

/** An ONNX network of somebody else, which makes an image of each window. */
record OnnxNetwork(OnnxModule module) implements PixelNetwork {

    @Override
    public float[] run(float[] window, long[] shape) {
        return module.forward(window, PixelNetwork.batch(shape));
    }
}
