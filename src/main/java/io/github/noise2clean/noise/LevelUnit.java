package io.github.noise2clean.noise;

/** What a noise level is measured in. */
public enum LevelUnit {
    GREY_LEVELS,
    PERCENT_OF_RANGE
}
