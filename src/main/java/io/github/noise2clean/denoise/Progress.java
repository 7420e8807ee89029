package io.github.noise2clean.denoise;

import java.util.concurrent.CancellationException;

/** Counts finished pixels for a listener, and obeys its wish to stop. */
final class Progress {

    private final DenoisingListener listener;
    private final long total;
    private long done;

    Progress(DenoisingListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /**
     * @throws CancellationException if the listener wants the work to end
     */
    void checkStopped() {
        if (listener.isStopped()) throw new CancellationException("Denoising was stopped.");
    }

    void tilesDivided(Tiling smaller) {
        listener.tilesDivided(smaller.toString());
    }

    void tileDone(long pixels) {
        done += pixels;
        listener.tileDone(done, total);
    }
}
