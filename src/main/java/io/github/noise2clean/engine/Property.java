package io.github.noise2clean.engine;

import io.github.noise2clean.tensor.Host;
import java.util.Locale;

/** A line of a report. */
record Property(String name, String value) {

    private static final double GIGABYTE = 1e9;

    /** Such as "1.5 of 8.0 GB free". */
    static String memory(Host.Memory memory) {
        return String.format(
                Locale.ROOT,
                "%.1f of %.1f GB free",
                memory.free() / GIGABYTE,
                memory.total() / GIGABYTE);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-18s%s", name, value);
    }
}
