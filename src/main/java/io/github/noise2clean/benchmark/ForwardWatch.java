package io.github.noise2clean.benchmark;

import io.github.noise2clean.tensor.WatchedModule;
import java.util.function.LongSupplier;

/** Adds up the time that a network runs, and the pixels that it is shown. */
final class ForwardWatch implements WatchedModule.Watcher {

    /** Of images, behind their number and their channels. */
    private static final int FIRST_AXIS = 2;

    private final LongSupplier clock;
    private long begin;
    private long nanoseconds;
    private long pixels;

    /**
     * @param clock in nanoseconds
     */
    ForwardWatch(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void begun(long[] shape) {
        long shown = shape[0];
        for (int axis = FIRST_AXIS; axis < shape.length; axis++) shown *= shape[axis];
        pixels += shown;
        begin = clock.getAsLong();
    }

    @Override
    public synchronized void ended() {
        nanoseconds += clock.getAsLong() - begin;
    }

    /** What has been added up since the last reading. */
    synchronized Reading read() {
        Reading reading = new Reading(nanoseconds / 1e9, pixels);
        nanoseconds = 0;
        pixels = 0;
        return reading;
    }

    /**
     * @param pixels more than the image has, where windows overlap
     */
    record Reading(double seconds, long pixels) {}
}
