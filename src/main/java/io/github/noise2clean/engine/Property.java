package io.github.noise2clean.engine;

import java.util.Locale;

/** A line of a report. */
record Property(String name, String value) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-18s%s", name, value);
    }
}
