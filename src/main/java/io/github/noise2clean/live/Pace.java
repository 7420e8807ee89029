package io.github.noise2clean.live;

import io.github.noise2clean.train.TrainingListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How fast a training goes, and how long it will still take at that. */
public final class Pace implements TrainingListener {

    private static final double SECOND = 1e9;
    private static final long WINDOW = 5_000_000_000L;

    private final LongSupplier clock;
    private final Deque<Moment> recent = new ArrayDeque<>();
    private Moment first = new Moment(0, 0);
    private long total;

    private record Moment(long time, long step) {

        /** NaN where no time has passed. */
        double stepsPerSecond(Moment since) {
            return time == since.time
                    ? Double.NaN
                    : SECOND * (step - since.step) / (time - since.time);
        }
    }

    /**
     * @param clock in nanoseconds; stands still while the training waits
     */
    public Pace(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void stepDone(long step, long steps, double loss) {
        Moment now = new Moment(clock.getAsLong(), step);
        if (recent.isEmpty()) first = now;
        recent.add(now);
        while (now.time - recent.element().time > WINDOW && recent.size() > 2) recent.remove();
        total = steps;
    }

    /** Over the last seconds; NaN before the second step. */
    public synchronized double stepsPerSecond() {
        return recent.isEmpty() ? Double.NaN : recent.getLast().stepsPerSecond(recent.element());
    }

    /** With the validations, which come once an epoch; NaN before the second step. */
    public synchronized double secondsLeft() {
        if (recent.isEmpty()) return Double.NaN;
        Moment now = recent.getLast();
        return (total - now.step) / now.stepsPerSecond(first);
    }

    /** Such as "12.3 steps/s, 4:05 left"; empty before the second step. */
    @Override
    public String toString() {
        double rate = stepsPerSecond();
        if (Double.isNaN(rate)) return "";
        return String.format(
                Locale.ROOT,
                "%.1f steps/s, %s left",
                rate,
                Duration.text(Math.round(secondsLeft())));
    }
}
