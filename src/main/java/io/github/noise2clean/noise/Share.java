package io.github.noise2clean.noise;

import java.util.random.RandomGenerator;

/**
 * The share of the pixels that a noise hits.
 *
 * @param percent at most 100
 */
public record Share(Level percent) {

    public Share {
        if (percent.high() > 100) throw new IllegalArgumentException("a share of " + percent + "%");
    }

    /** A share from 0 to 1. */
    double draw(RandomGenerator random) {
        return percent.draw(random) / 100;
    }

    @Override
    public String toString() {
        return percent + "%";
    }
}
