package io.github.noise2clean.metric;

import java.util.concurrent.CancellationException;

/** Counts finished planes or volumes for a listener, and obeys its wish to stop. */
final class PieceCount {

    private final ComparisonListener listener;
    private final long total;
    private long done;

    PieceCount(ComparisonListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** The same metric, which counts what it has measured. */
    <T> PieceMetric<T> counting(PieceMetric<T> metric) {
        return (reference, test) -> {
            if (listener.isStopped()) throw new CancellationException("Comparing was stopped.");
            T measured = metric.of(reference, test);
            listener.pieceDone(++done, total);
            return measured;
        };
    }
}
