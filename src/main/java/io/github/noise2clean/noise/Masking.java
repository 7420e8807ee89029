package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/** Pixels that are dropped: they become the bottom of the data range. */
public record Masking(Share share) implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        double dropped = share.draw(random);
        for (int i = 0; i < pixels.length; i++)
            if (random.nextDouble() < dropped) pixels[i] = (float) range.min();
    }

    @Override
    public String toString() {
        return "masking:" + share;
    }
}
