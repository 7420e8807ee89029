package io.github.noise2clean.trust;

/**
 * One line of a trust report.
 *
 * @param value NaN where it cannot be told
 * @param least what passes, as does {@code most} and all between
 */
public record Finding(Aspect aspect, double value, double least, double most) {

    /** Whether it looks wrong. */
    public boolean isSuspect() {
        return value < least || value > most;
    }

    /** "ok", or a sentence that says what is wrong, or why there is no value. */
    public String verdict() {
        if (Double.isNaN(value)) return aspect.unknown();
        if (value < least) return aspect.tooLow();
        return value > most ? aspect.tooHigh() : "ok";
    }
}
