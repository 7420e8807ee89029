package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/** Pixels that become the bottom or the top of the data range, one as likely as the other. */
public record SaltAndPepper(Share share) implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double hit = share.draw(random);
        for (int i = 0; i < pixels.length; i++) {
            double number = random.nextDouble();
            if (number < hit) pixels[i] = (float) (number < hit / 2 ? range.min() : range.max());
        }
    }

    @Override
    public String toString() {
        return "salt-and-pepper:" + share;
    }
}
