package io.github.noise2clean.denoise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;

/** A variational network that draws a sample of its latent code for each window. */
final class SampledNetwork implements PixelNetwork {

    private final TorchModule module;
    private final long seed;
    private long windows;

    SampledNetwork(TorchModule module, long seed) {
        this.module = module;
        this.seed = seed;
    }

    @Override
    public float[] run(float[] window, long[] shape) {
        try (NDManager scope = Torch.newScope(module.device())) {
            NDArray x = scope.create(window, new Shape(PixelNetwork.batch(shape)));
            // A seed of its own for each window: the same sample in all would show as a pattern.
            Torch.seed(seed + windows++);
            return module.sampledOutputs(x).head().toFloatArray();
        }
    }
}
