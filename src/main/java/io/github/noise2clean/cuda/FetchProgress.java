package io.github.noise2clean.cuda;

import java.util.concurrent.CancellationException;

/** Counts bytes that have arrived for a listener, and obeys its wish to stop. */
final class FetchProgress {

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
     * @param bytes negative if they have to be downloaded again
     * @throws CancellationException if the listener wants the work to end
     */
    void received(long bytes) {
        done += bytes;
        listener.received(done, total);
        checkStopped();
    }
}
