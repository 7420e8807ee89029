package io.github.noise2clean.dataset;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Independent random numbers for each step of a training, so that any step can be repeated. */
public final class Seeds {

    private Seeds() {}

    public static RandomGenerator random(long seed, long step) {
        return new SplittableRandom(mixed(seed, step));
    }

    /** A number that looks random, and differs for every seed and step. */
    public static long mixed(long seed, long step) {
        return scrambled(scrambled(seed) + step);
    }

    private static long scrambled(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
