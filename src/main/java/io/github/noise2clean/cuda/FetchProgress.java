package io.github.noise2clean.cuda;

import java.util.concurrent.CancellationException;

/** Counts bytes that have arrived for a listener, and obeys its wish to stop. */
final class FetchProgress {

    private static final int PARTS = 1000;

    private final FetchListener listener;
    private final long total;
    private long done;

    FetchProgress(FetchListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /**
     * @throws CancellationException if the listener wants the work to end
     */
    void checkStopped() {
        if (listener.isStopped()) throw new CancellationException("Fetching was stopped.");
    }

    /**
     * Counts them; the listener is told of every thousandth of the whole.
     *
     * @param bytes negative if they have to be downloaded again
     * @throws CancellationException if the listener wants the work to end
     */
    void received(long bytes) {
        long before = parts();
        done += bytes;
        if (parts() != before) listener.received(done, total);
        checkStopped();
    }

    private long parts() {
        return PARTS * done / total;
    }
}
