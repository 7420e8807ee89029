package io.github.noise2clean.cli;

import io.github.noise2clean.blocks.BlockReport;
import io.github.noise2clean.blocks.JobListener;
import io.github.noise2clean.blocks.Phase;
import java.util.Optional;

/** Shows how far a job on the blocks of an image is. */
final class JobProgress implements JobListener, AutoCloseable {

    private static final double MEGA = 1e6;
    private static final double SECOND = 1e9;

    private final Terminal terminal;
    private Optional<Phase> phase = Optional.empty();
    private ProgressLine line;
    private long start;
    private long pixels;

    JobProgress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void noted(String sentence) {
        line.clear();
        terminal.err().println(sentence);
    }

    @Override
    public void blockDone(BlockReport report) {
        pixels += report.pixels();
    }

    @Override
    public void advanced(Phase now, long done, long total) {
        if (!phase.equals(Optional.of(now))) begin(now);
        line.show("%s  %d of %d%s".formatted(now, done, total, pace(now)), done, total);
    }

    @Override
    public void close() {
        line.clear();
    }

    /** The time that is left is measured anew. */
    private void begin(Phase next) {
        line.clear();
        line = new ProgressLine(terminal, System::nanoTime);
        phase = Optional.of(next);
        start = System.nanoTime();
    }

    private String pace(Phase now) {
        if (now != Phase.DENOISING || pixels == 0) return "";
        double seconds = (System.nanoTime() - start) / SECOND;
        return Texts.format("  %.2f megapixels/s", pixels / MEGA / seconds);
    }
}
