package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.live.Duration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final StringWriter err = new StringWriter();

    @Test
    void foretellsTheTimeLeftFromThePaceSinceTheFirstCall() {
        ProgressLine line = line(true);
        line.show("step 50", 50, 100);
        clock.addAndGet(20 * SECOND);
        line.show("step 60", 60, 100);
        assertEquals("\rstep 50\rstep 60  1:20 left", err.toString());
    }

    @Test
    void isRewrittenFiveTimesASecondAtMost() {
        ProgressLine line = line(true);
        for (int i = 0; i <= 100; i++) {
            line.show("", i, 100);
            clock.addAndGet(SECOND / 100);
        }
        assertEquals(6, err.toString().chars().filter(c -> c == '\r').count());
    }

    @Test
    void leavesNothingBehindWhenCleared() {
        ProgressLine line = line(true);
        line.show("abc", 1, 2);
        line.clear();
        line.clear();
        assertEquals("\rabc\r   \r", err.toString());
    }

    @Test
    void saysNothingWhereNobodyWatches() {
        ProgressLine line = line(false);
        line.show("abc", 1, 2);
        line.clear();
        assertEquals("", err.toString());
    }

    @Test
    void durationsHaveHoursOnlyWhenNeeded() {
        assertEquals("0:07", Duration.text(7));
        assertEquals("59:59", Duration.text(3599));
        assertEquals("1:01:01", Duration.text(3661));
    }

    private ProgressLine line(boolean inPlace) {
        PrintWriter writer = new PrintWriter(err, true);
        return new ProgressLine(
                new Terminal(writer, writer, inPlace, new Interruption()), clock::get);
    }
}
