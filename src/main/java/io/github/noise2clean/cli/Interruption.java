package io.github.noise2clean.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** The user's wish to stop, by Ctrl-C or kill; it waits for guarded work to keep what it has. */
public final class Interruption {

    private final Semaphore work = new Semaphore(1);
    private volatile boolean requested;

    /** Takes the signals that end the virtual machine for the wish to stop. */
    public void listen() {
        Thread hook = new Thread(this::requestAndWait, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }

    /** Runs work that often asks {@link #isRequested}; the program does not end before it does. */
    public <T> T guard(Callable<T> guarded) throws Exception {
        work.acquire();
        try {
            return guarded.call();
        } finally {
            work.release();
        }
    }

    private void requestAndWait() {
        request();
        work.acquireUninterruptibly();
    }
}
