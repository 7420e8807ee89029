package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final TimeLeft timeLeft = new TimeLeft(clock::get);

    @Test
    void isForetoldByThePaceSinceTheFirstQuestion() {
        assertEquals("", timeLeft.text(50, 100));
        clock.addAndGet(20 * SECOND);
        assertEquals("", timeLeft.text(50, 100));
        assertEquals("  1:20 left", timeLeft.text(60, 100));
    }
}
