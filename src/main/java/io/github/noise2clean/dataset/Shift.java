package io.github.noise2clean.dataset;

import java.util.Locale;

/**
 * How far an image lies from another of the same thing, in pixels: to the right and downwards.
 *
 * @param confidence how far the peak of the correlation stands out, in standard deviations of all
 *     its values: up to 9 by chance, mostly 20 to 60 for images of the same thing; 0 where it was
 *     not looked for
 */
record Shift(double x, double y, double confidence) {

    private static final double CERTAIN = 10;

    /** How far the peak may lie beside the truth, in pixels, at a confidence of 1. */
    private static final double ERROR = 15;

    /** Of drift that hardly blurs anything. */
    private static final double TOLERANCE = 0.5;

    static Shift none() {
        return new Shift(0, 0, 0);
    }

    double length() {
        return Math.hypot(x, y);
    }

    /** Whether a shift was looked for, and not found. */
    boolean isChance() {
        return confidence > 0 && confidence < CERTAIN;
    }

    /** Whether it was found, and not far away. */
    boolean isCertainWithin(double pixels) {
        return confidence > CERTAIN && Math.abs(x) <= pixels && Math.abs(y) <= pixels;
    }

    /** Whether it is certain, and long enough to blur what a network learns. */
    boolean matters() {
        return confidence > CERTAIN && length() > TOLERANCE + ERROR / confidence;
    }

    /** Such as "1.5 pixels along x and -0.3 along y". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f pixels along x and %.1f along y", x, y);
    }
}
