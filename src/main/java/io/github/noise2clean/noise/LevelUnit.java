package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;

/** What a noise level is measured in. */
public enum LevelUnit {
    GREY_LEVELS,
    PERCENT_OF_RANGE;

    static LevelUnit of(String suffix) {
        return suffix.isEmpty() ? GREY_LEVELS : PERCENT_OF_RANGE;
    }

    double greyLevels(double level, DataRange range) {
        return switch (this) {
            case GREY_LEVELS -> level;
            case PERCENT_OF_RANGE -> level / 100 * range.width();
        };
    }

    String suffix() {
        return this == PERCENT_OF_RANGE ? "%" : "";
    }
}
