package io.github.noise2clean.benchmark;

import java.util.Locale;

/**
 * A value of a table.
 *
 * @param json as programs read it
 * @param text as people read it
 */
record Cell(String json, String text) {

    static Cell text(String text) {
        return new Cell(quoted(text), text);
    }

    static Cell count(long number) {
        return new Cell(Long.toString(number), Long.toString(number));
    }

    static Cell number(double number, int decimals) {
        return new Cell(Double.toString(number), format("%." + decimals + "f", number));
    }

    /** Of what is 1 as a whole. */
    static Cell share(double share) {
        return new Cell(Double.toString(share), format("%.1f %%", 100 * share));
    }

    static Cell unknown() {
        return new Cell("null", "unknown");
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
