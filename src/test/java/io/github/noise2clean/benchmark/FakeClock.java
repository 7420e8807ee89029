package io.github.noise2clean.benchmark;

import java.util.function.LongSupplier;

/** A clock that stands still unless it is told to go. */
final class FakeClock implements LongSupplier {

    private long nanoseconds = 12_345;

    void advance(double seconds) {
        nanoseconds += Math.round(seconds * 1e9);
    }

    @Override
    public long getAsLong() {
        return nanoseconds;
    }
}
