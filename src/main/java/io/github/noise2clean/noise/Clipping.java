package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/** Limits the pixels to the data range, as a camera does; no random number is used up. */
public record Clipping() implements NoiseModel {

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) Math.max(range.min(), Math.min(range.max(), pixels[i]));
    }

    @Override
    public String toString() {
        return "clip";
    }
}
