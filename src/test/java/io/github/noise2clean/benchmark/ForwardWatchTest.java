package io.github.noise2clean.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ForwardWatchTest {

    private final FakeClock clock = new FakeClock();
    private final ForwardWatch watch = new ForwardWatch(clock);

    @Test
    void addsUpTheTimesOfAllWindowsAndNothingBetween() {
        run(0.25, 1, 3, 40, 50);
        clock.advance(7);
        run(0.5, 2, 1, 10, 20, 30);
        assertEquals(new ForwardWatch.Reading(0.75, 2000 + 12_000), watch.read());
    }

    @Test
    void beginsAnewAfterEachReading() {
        run(1, 1, 1, 8, 8);
        watch.read();
        assertEquals(new ForwardWatch.Reading(0, 0), watch.read());
    }

    private void run(double seconds, long... shape) {
        watch.begun(shape);
        clock.advance(seconds);
        watch.ended();
    }
}
