package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.util.List;

/**
 * How much of a variational network's latent code depends on the image: a channel of the code is in
 * use if its mean varies over images by more than 0.01 (Burda et al. 2016).
 *
 * @param channels of the code
 * @param used how many of them are in use
 */
public record CodeUse(int channels, int used) {

    private static final double LEAST_VARIANCE = 0.01;
    private static final double COLLAPSED_SHARE = 0.1;

    public CodeUse {
        if (channels < 1 || used < 0 || used > channels)
            throw new IllegalArgumentException(used + " of " + channels + " channels");
    }

    /**
     * @param module whose second output is the code's mean, {@code [N, C]} or {@code [N, C, H, W]}
     */
    static CodeUse of(TorchModule module, List<Batch> batches) {
        ChannelVariance variance = new ChannelVariance();
        for (Batch batch : batches)
            try (NDManager scope = Torch.newScope(module.device())) {
                NDArray mean = module.sampledOutputs(Batches.noisy(batch, scope)).get(1);
                variance.add(mean.toFloatArray(), mean.getShape().getShape());
            }
        return variance.codeUse();
    }

    /** Whether the posterior has collapsed: next to nothing of the image reaches the decoder. */
    public boolean isCollapsed() {
        return used < Math.max(1, COLLAPSED_SHARE * channels);
    }

    /** For people: what was found, and what to do about a collapse. */
    public String sentence() {
        String found = used + " of the " + channels + " channels of the latent code are in use";
        return isCollapsed()
                ? "The posterior has collapsed: "
                        + found
                        + ", so the output hardly depends on the image. Lower the weight of the"
                        + " divergence, or let it rise over a larger share of the training."
                : found + ".";
    }

    /** The variance of each channel, over the batch and all positions. */
    private static final class ChannelVariance {

        private double[] sums = {};
        private double[] squares = {};
        private long count;

        void add(float[] values, long[] shape) {
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

        CodeUse codeUse() {
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
}
