package io.github.noise2clean.tensor;

import java.util.Locale;
import java.util.Optional;

/**
 * What a network is expected to need.
 *
 * @param bytes without what the program needs itself
 * @param memory of its device, where that tells
 */
public record MemoryEstimate(double bytes, Optional<Host.Memory> memory) {

    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    /** Such as "about 125 MB (20.1 of 24.0 GB free)". */
    @Override
    public String toString() {
        String free = memory.map(" (%s)"::formatted).orElse("");
        return bytes < GIGABYTE
                ? String.format(Locale.ROOT, "about %.0f MB%s", bytes / MEGABYTE, free)
                : String.format(Locale.ROOT, "about %.1f GB%s", bytes / GIGABYTE, free);
    }
}
