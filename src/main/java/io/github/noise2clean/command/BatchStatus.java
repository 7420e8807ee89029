package io.github.noise2clean.command;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.noise2clean.batch.BatchListener;
import io.github.noise2clean.batch.BatchProgress;
import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.live.TimeLeft;

/**
 * Shows how a batch goes, and stops it when the user wishes; what became of each file is a row of
 * ImageJ's own Results table, which is shown at the end. Earlier rows stay.
 */
final class BatchStatus implements BatchListener, AutoCloseable {

    private static final long PARTS = 1_000_000;

    private final StatusBar bar;
    private final StopRequest stop;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
    private final ResultsTable table = ResultsTable.getResultsTable();

    BatchStatus(StatusBar bar, StopRequest stop) {
        this.bar = bar;
        this.stop = stop;
    }

    @Override
    public void begun(String how) {
        IJ.log(how);
    }

    @Override
    public void planned(String how) {
        bar.note(how);
    }

    @Override
    public void progressed(BatchProgress progress) {
        long done = Math.round(PARTS * progress.share());
        bar.show(progress.share(), progress.text() + timeLeft.text(done, PARTS));
    }

    @Override
    public void finished(FileReport report) {
        table.addRow();
        table.addLabel(report.file().toString());
        table.addValue("Outcome", report.kind().toString());
        table.addValue("Seconds", report.seconds());
        table.addValue("Message", report.message());
    }

    @Override
    public boolean isStopped() {
        return stop.isMade();
    }

    @Override
    public void close() {
        bar.close();
        table.show("Results");
    }
}
