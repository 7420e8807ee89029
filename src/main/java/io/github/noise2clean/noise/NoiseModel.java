package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.random.RandomGenerator;

/** A way to make clean pixels noisy; {@code toString} gives the text that {@code parse} reads. */
public sealed interface NoiseModel permits GaussianNoise {

    /** Adds noise in place; {@code range} is what a level in per cent and clipping refer to. */
    void addTo(float[] pixels, DataRange range, RandomGenerator random);

    /**
     * Reads "gaussian:25" (grey levels) or "gaussian:10%" (of the data range).
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static NoiseModel parse(String text, boolean clip) {
        return GaussianNoise.parse(text, clip);
    }
}
