package io.github.noise2clean.live;

import java.util.function.LongSupplier;

/**
 * How long the rest of a piece of work will take, by its pace since it was first asked about.
 *
 * <p>Not for several threads.
 */
public final class TimeLeft {

    private static final double SECOND = 1e9;

    private final LongSupplier clock;
    private long firstTime;
    private long firstDone = -1;

    /**
     * @param clock in nanoseconds
     */
    public TimeLeft(LongSupplier clock) {
        this.clock = clock;
    }

    /** Such as " 1:20 left", to put behind other words; empty as long as there is no pace. */
    public String text(long done, long total) {
        long now = clock.getAsLong();
        if (firstDone < 0) {
            firstTime = now;
            firstDone = done;
        }
        if (done == firstDone) return "";
        double perUnit = (now - firstTime) / SECOND / (done - firstDone);
        return "  " + Duration.text(Math.round(perUnit * (total - done))) + " left";
    }
}
