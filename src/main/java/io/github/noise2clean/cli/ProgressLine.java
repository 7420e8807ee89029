package io.github.noise2clean.cli;

import io.github.noise2clean.live.TimeLeft;
import java.util.function.LongSupplier;

/**
 * One line that says how far a piece of work has come, rewritten in place; nothing where no person
 * is watching.
 */
public final class ProgressLine {

    private static final long PAUSE = 200_000_000;

    private final Terminal terminal;
    private final LongSupplier clock;
    private final TimeLeft timeLeft;
    private long nextTime = Long.MIN_VALUE;
    private int width;

    /**
     * @param clock in nanoseconds
     */
    public ProgressLine(Terminal terminal, LongSupplier clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.timeLeft = new TimeLeft(clock);
    }

    /** Shows the text and the time left, which is measured from the first call on. */
    public void show(String text, long done, long total) {
        if (!terminal.inPlace()) return;
        long now = clock.getAsLong();
        if (now < nextTime) return;
        nextTime = now + PAUSE;
        rewrite(text + timeLeft.text(done, total));
    }

    /** Makes room for a line of another kind. */
    public void clear() {
        if (width == 0) return;
        terminal.err().print("\r" + " ".repeat(width) + "\r");
        terminal.err().flush();
        width = 0;
    }

    private void rewrite(String line) {
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.err().flush();
        width = line.length();
    }
}
