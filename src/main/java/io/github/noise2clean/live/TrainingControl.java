package io.github.noise2clean.live;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What a person wants of a training that goes on. The training asks it before every step whether to
 * stop; a pause is an answer that takes long.
 *
 * <p>Between steps it runs the errands of others, so that only one thread ever computes.
 */
public final class TrainingControl implements BooleanSupplier {

    private static final long GLANCE_MILLISECONDS = 100;

    private enum Wish {
        GO_ON,
        PAUSE,
        STOP,
        CANCEL
    }

    private final BooleanSupplier outer;
    private final BlockingQueue<Runnable> errands = new LinkedBlockingQueue<>();
    private volatile Wish wish = Wish.GO_ON;
    private volatile long paused;

    /**
     * @param outer another way to stop, which works during a pause too
     */
    public TrainingControl(BooleanSupplier outer) {
        this.outer = outer;
    }

    /** Takes effect at the next step. */
    public synchronized void pause() {
        if (wish == Wish.GO_ON) wish = Wish.PAUSE;
    }

    /** Ends a pause. */
    public synchronized void goOn() {
        if (wish == Wish.PAUSE) wish = Wish.GO_ON;
    }

    /** Ends the training; what it has learned is kept. */
    public synchronized void stop() {
        if (wish != Wish.CANCEL) wish = Wish.STOP;
    }

    /** Ends the training, of which nothing is kept. */
    public synchronized void cancel() {
        wish = Wish.CANCEL;
    }

    /** Whether the training waits, or will at the next step. */
    public boolean isPaused() {
        return wish == Wish.PAUSE;
    }

    /** Whether the training was told that nothing is to be kept. */
    public boolean isCancelled() {
        return wish == Wish.CANCEL;
    }

    /** Nanoseconds on a clock that stands still while the training waits. */
    public long clock() {
        return System.nanoTime() - paused;
    }

    /** Has the errand run on the thread that trains, between two steps. */
    void send(Runnable errand) {
        errands.add(errand);
    }

    /**
     * Whether the training shall stop.
     *
     * @throws CancellationException if nothing of it is to be kept
     */
    @Override
    public boolean getAsBoolean() {
        for (Runnable errand = errands.poll(); errand != null; errand = errands.poll())
            errand.run();
        if (isPaused()) waitForTheEnd();
        if (isCancelled()) throw new CancellationException("The training was cancelled.");
        return wish == Wish.STOP || outer.getAsBoolean();
    }

    private void waitForTheEnd() {
        long begun = System.nanoTime();
        try {
            while (isPaused() && !outer.getAsBoolean()) awaitErrand().ifPresent(Runnable::run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
        paused += System.nanoTime() - begun;
    }

    private Optional<Runnable> awaitErrand() throws InterruptedException {
        return Optional.ofNullable(errands.poll(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS));
    }
}
