package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.util.List;

/** The variance of each channel of a latent code's mean, over images and all positions. */
final class CodeVariance {

    private static final double LEAST_VARIANCE = 0.01;

    private double[] sums = {};
    private double[] squares = {};
    private long count;

    /**
     * @param module whose second output is the code's mean, {@code [N, C]} or {@code [N, C, H, W]}
     */
    static CodeUse useOfCode(TorchModule module, List<Batch> batches) {
        CodeVariance variance = new CodeVariance();
        for (Batch batch : batches)
            try (NDManager scope = Torch.newScope(module.device())) {
                NDArray mean = module.sampledOutputs(Batches.noisy(batch, scope)).get(1);
                variance.add(mean.toFloatArray(), mean.getShape().getShape());
            }
        return variance.codeUse();
    }

    private void add(float[] values, long[] shape) {
        int channels = Math.toIntExact(shape[1]);
        if (count == 0) {
            sums = new double[channels];
            squares = new double[channels];
        }
        int positions = values.length / Math.toIntExact(shape[0] * channels);
        for (int i = 0; i < values.length; i++) {
            int channel = i / positions % channels;
            sums[channel] += values[i];
            squares[channel] += (double) values[i] * values[i];
        }
        count += shape[0] * positions;
    }

    private CodeUse codeUse() {
        int used = 0;
        for (int channel = 0; channel < sums.length; channel++)
            if (variance(channel) > LEAST_VARIANCE) used++;
        return new CodeUse(sums.length, used);
    }

    private double variance(int channel) {
        double mean = sums[channel] / count;
        return squares[channel] / count - mean * mean;
    }
}
