package io.github.noise2clean.cli;

import io.github.noise2clean.live.Duration;
import java.util.function.LongSupplier;

/**
 * One line that says how far a piece of work has come, rewritten in place; nothing where no person
 * is watching.
 */
final class ProgressLine {

    private static final long PAUSE = 200_000_000;

    private final Terminal terminal;
    private final LongSupplier clock;
    private long firstTime;
    private long firstDone = -1;
    private long lastTime;
    private int width;

    /**
     * @param clock in nanoseconds
     */
    ProgressLine(Terminal terminal, LongSupplier clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Shows the text and the time left, which is measured from the first call on. */
    void show(String text, long done, long total) {
        if (!terminal.inPlace()) return;
        long now = clock.getAsLong();
        if (firstDone < 0) {
            firstTime = now;
            firstDone = done;
        } else if (now - lastTime < PAUSE) return;
        lastTime = now;
        rewrite(text + timeLeft(now, done, total));
    }

    /** Makes room for a line of another kind. */
    void clear() {
        if (width == 0) return;
        terminal.err().print("\r" + " ".repeat(width) + "\r");
        terminal.err().flush();
        width = 0;
    }

    private String timeLeft(long now, long done, long total) {
        if (done == firstDone) return "";
        double perUnit = (double) (now - firstTime) / (done - firstDone);
        return "  " + Duration.text(Math.round(perUnit * (total - done) / 1e9)) + " left";
    }

    private void rewrite(String line) {
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.err().flush();
        width = line.length();
    }
}
