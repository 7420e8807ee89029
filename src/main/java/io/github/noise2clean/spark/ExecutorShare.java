package io.github.noise2clean.spark;

import java.util.Locale;

/**
 * What one executor has done.
 *
 * @param begin of its first task, in milliseconds on its clock
 * @param end of its last one
 * @param peakMemory bytes, 0 where they are not known
 */
record ExecutorShare(String host, int tasks, long pixels, long begin, long end, long peakMemory) {

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double MILLI = 1e-3;

    static ExecutorShare of(Trace trace, long pixels) {
        return new ExecutorShare(
                trace.host(), 1, pixels, trace.begin(), trace.end(), trace.peakMemory());
    }

    /** Both together. */
    ExecutorShare and(ExecutorShare other) {
        return new ExecutorShare(
                host,
                tasks + other.tasks,
                pixels + other.pixels,
                Math.min(begin, other.begin),
                Math.max(end, other.end),
                Math.max(peakMemory, other.peakMemory));
    }

    /** Such as "on 10.0.0.7: 12 tasks, 40.5 megapixels, 1.35 megapixels/s, at most 1.2 GB". */
    @Override
    public String toString() {
        double seconds = Math.max(1, end - begin) * MILLI;
        String memory = peakMemory > 0 ? ", at most %.1f GB".formatted(peakMemory / GIGA) : "";
        return String.format(
                Locale.ROOT,
                "on %s: %d tasks, %.1f megapixels, %.2f megapixels/s%s",
                host,
                tasks,
                pixels / MEGA,
                pixels / MEGA / seconds,
                memory);
    }
}
