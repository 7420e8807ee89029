package io.github.noise2clean.foreign;

import io.github.noise2clean.image.IntensityMap;

/** What is done to one channel before a network and after it. */
record StepMap(PixelMap before, PixelMap after) implements IntensityMap {

    @Override
    public float normalize(float grey) {
        return before.apply(grey);
    }

    @Override
    public float normalizeClean(float grey) {
        return normalize(grey);
    }

    @Override
    public float restore(float made) {
        return after.apply(made);
    }

    /** Such as "* 0.5 + 0.0; back: * 2.0 + 0.0". */
    @Override
    public String toString() {
        return before + "; back: " + after;
    }
}
