package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final Pace pace = new Pace(clock::get);

    @Test
    void nothingIsKnownBeforeTheSecondStep() {
        assertEquals("", pace.toString());
        pace.stepDone(1, 100, 0.5);
        assertEquals("", pace.toString());
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        steps(1, 11, SECOND);
        steps(12, 41, SECOND / 4);
        assertEquals(4, pace.stepsPerSecond(), 1e-9);
    }

    @Test
    void theTimeLeftCountsTheValidations() {
        steps(1, 11, SECOND / 2);
        clock.addAndGet(5 * SECOND);
        steps(12, 21, SECOND / 2);
        assertEquals(15.0 / 20 * 79, pace.secondsLeft(), 1e-9);
        assertEquals("2.0 steps/s, 0:59 left", pace.toString());
    }

    @Test
    void aResumedTrainingIsTimedFromItsFirstStep() {
        steps(51, 61, SECOND);
        assertEquals(39, pace.secondsLeft(), 1e-9);
    }

    private void steps(long first, long last, long pause) {
        for (long step = first; step <= last; step++) {
            clock.addAndGet(pause);
            pace.stepDone(step, 100, 0.5);
        }
    }
}
