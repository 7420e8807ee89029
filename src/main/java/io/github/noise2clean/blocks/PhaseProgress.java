package io.github.noise2clean.blocks;

/** Counts the finished tasks of a phase for a listener. */
final class PhaseProgress {

    private final JobListener listener;
    private final Phase phase;
    private final long total;
    private long done;

    PhaseProgress(JobListener listener, Phase phase, long total) {
        this.listener = listener;
        this.phase = phase;
        this.total = total;
        listener.advanced(phase, 0, total);
    }

    void taskDone() {
        listener.advanced(phase, ++done, total);
    }
}
