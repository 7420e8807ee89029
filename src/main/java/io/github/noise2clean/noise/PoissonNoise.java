package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/**
 * Shot noise: a pixel counts photons, and the fewer there are the more their number varies.
 *
 * <p>The bottom of the data range stands for darkness; what lies below it counts as dark. Where the
 * data range is empty nothing says how bright a photon is, and the pixels stay as they are.
 *
 * @param photons the number expected at the top of the data range, 0.001 to 1e9
 */
public record PoissonNoise(Level photons) implements NoiseModel {

    private static final double FEWEST = 0.001;
    private static final double MOST = 1e9;

    public PoissonNoise {
        if (photons.low() < FEWEST || photons.high() > MOST)
            throw new IllegalArgumentException(photons + " photons");
    }

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double greyLevelsPerPhoton = range.width() / photons.draw(random);
        if (greyLevelsPerPhoton == 0) return;
        for (int i = 0; i < pixels.length; i++) {
            double expected = Math.max(0, pixels[i] - range.min()) / greyLevelsPerPhoton;
            double counted = PoissonNumbers.draw(expected, random);
            pixels[i] = (float) (range.min() + counted * greyLevelsPerPhoton);
        }
    }

    @Override
    public String toString() {
        return "poisson:" + photons;
    }
}
