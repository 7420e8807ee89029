package io.github.noise2clean.cli;

import io.github.noise2clean.batch.BatchFile;
import io.github.noise2clean.batch.BatchListener;
import io.github.noise2clean.batch.BatchProgress;
import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.denoise.Outcome;

/** Tells on the terminal how a batch goes, and passes on the user's wish to stop. */
final class BatchLines implements BatchListener {

    private static final long PARTS = 1_000_000;

    private final Terminal terminal;
    private final TrustLog trust;
    private final boolean several;
    private final ProgressLine line;

    /**
     * @param several whether a line needs to tell which file it is about
     */
    BatchLines(Terminal terminal, TrustLog trust, boolean several) {
        this.terminal = terminal;
        this.trust = trust;
        this.several = several;
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void planned(String how) {
        line.clear();
        terminal.err().println(how);
    }

    @Override
    public void begun(String how) {
        line.clear();
        terminal.err().println(how);
    }

    @Override
    public void progressed(BatchProgress progress) {
        long done = Math.round(PARTS * progress.share());
        line.show(progress.text() + "  " + 100 * done / PARTS + "%", done, PARTS);
    }

    @Override
    public void saved(BatchFile file, Outcome outcome) {
        line.clear();
        terminal.out().println("saved " + file.output());
        trust.add(file.input(), outcome::trustReport);
    }

    @Override
    public void bug(Throwable bug) {
        line.clear();
        bug.printStackTrace(terminal.err());
    }

    @Override
    public void finished(FileReport report) {
        line.clear();
        switch (report.kind()) {
            case DONE -> {} // told when it was saved, before its trust report
            case SKIPPED -> terminal.out().println("done before: " + report.message());
            case FAILED -> terminal.err().println(failure(report));
        }
    }

    @Override
    public boolean isStopped() {
        return terminal.interruption().isRequested();
    }

    void end(BatchSummary summary) {
        if (summary.isStopped())
            terminal.err().println("Interrupted: the image under way was not written.");
        if (several) terminal.err().println(summary.sentence());
    }

    private String failure(FileReport report) {
        return several ? "failed " + report.file() + ": " + report.message() : report.message();
    }
}
