package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/** The noise of a camera: photons are counted, then reading them out adds Gaussian noise. */
public record PoissonGaussianNoise(PoissonNoise shot, GaussianNoise read) implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        shot.addTo(pixels, range, random);
        read.addTo(pixels, range, random);
    }

    @Override
    public String toString() {
        return "poisson-gaussian:" + shot.photons() + "," + read.strength();
    }
}
