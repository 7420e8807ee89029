package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceChoice;

/**
 * How a variational network is sampled.
 *
 * @param count of samples, 1 to 10,000
 * @param seed of all samples; a sample depends on it and on its number, not on the count
 */
public record SamplingSettings(DeviceChoice device, int count, long seed) {

    public SamplingSettings {
        Estimate.Samples.requireCount(count);
    }

    Estimate.Samples estimate() {
        return new Estimate.Samples(count, seed);
    }
}
