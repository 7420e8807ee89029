package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/**
 * Gaussian noise of a scanning microscope, whose detector is slower than its beam: along x, which
 * varies fastest, each value is part of the one before (an autoregressive process of order 1).
 *
 * @param strength of the noise at any one pixel
 * @param correlation of a pixel's noise with that of the next, below 1; with one k pixels away it
 *     is the k-th power
 */
public record ScanNoise(GaussianNoise strength, Level correlation) implements NoiseModel {

    public ScanNoise {
        if (correlation.high() >= 1)
            throw new IllegalArgumentException("a correlation of " + correlation);
    }

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double deviation = strength.greyLevels(range, random);
        double kept = correlation.draw(random);
        double fresh = Math.sqrt(1 - kept * kept);
        double noise = random.nextGaussian();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (pixels[i] + deviation * noise);
            noise = kept * noise + fresh * random.nextGaussian();
        }
    }

    @Override
    public String toString() {
        return "scan:" + strength.strength() + "," + correlation;
    }
}
