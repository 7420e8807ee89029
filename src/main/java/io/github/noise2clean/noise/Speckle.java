package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/**
 * Gaussian noise in proportion to the signal, which is what lies above the bottom of the range.
 *
 * @param percent the standard deviation, of each pixel's own signal
 */
public record Speckle(Level percent) implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double deviation = percent.draw(random) / 100;
        for (int i = 0; i < pixels.length; i++) {
            double signal = pixels[i] - range.min();
            pixels[i] = (float) (pixels[i] + signal * deviation * random.nextGaussian());
        }
    }

    @Override
    public String toString() {
        return "speckle:" + percent + "%";
    }
}
