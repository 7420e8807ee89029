package io.github.noise2clean.denoise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.util.OptionalLong;

/** A module on its device; all native memory of a window is freed before the next. */
final class TorchNetwork implements PixelNetwork {

    private final TorchModule module;
    private final NDManager scope;
    private final OptionalLong sampleSeed;
    private long windows;

    /**
     * @param scope on the module's device, in which nothing is left behind
     * @param sampleSeed where present, the latent code is sampled
     */
    TorchNetwork(TorchModule module, NDManager scope, OptionalLong sampleSeed) {
        this.module = module;
        this.scope = scope;
        this.sampleSeed = sampleSeed;
    }

    @Override
    public float[] run(float[] window, long[] shape) {
        try (NDManager windowScope = scope.newSubManager()) {
            NDArray x = windowScope.create(window, new Shape(PixelNetwork.batch(shape)));
            return output(x).toFloatArray();
        }
    }

    private NDArray output(NDArray x) {
        if (sampleSeed.isEmpty()) return module.forward(x);
        // A seed of its own for each window: the same sample in all would show as a pattern.
        Torch.seed(sampleSeed.getAsLong() + windows++);
        return module.sampledOutputs(x).head();
    }
}
