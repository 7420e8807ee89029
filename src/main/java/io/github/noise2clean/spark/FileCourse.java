package io.github.noise2clean.spark;

import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.batch.FileReport.Kind;
import io.github.noise2clean.cli.ProgressLine;
import io.github.noise2clean.cli.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How the files of a batch go: counted, logged and told on the terminal. */
final class FileCourse {

    private final BatchFiles files;
    private final BatchLog log;
    private final Terminal terminal;
    private final ProgressLine line;
    private BatchSummary summary;

    FileCourse(BatchFiles files, BatchLog log, Terminal terminal) {
        this.files = files;
        this.log = log;
        this.terminal = terminal;
        this.line = new ProgressLine(terminal, System::nanoTime);
        this.summary = BatchSummary.ofNothingDone(files);
    }

    void tellSettled() {
        files.settled().forEach(this::tell);
    }

    void done(FileResult result) {
        tell(result.report());
    }

    void failed(FailedTasks failures) {
        failures.causes()
                .forEach(
                        (index, cause) ->
                                tell(
                                        new FileReport(
                                                files.files().get(index).input(),
                                                Kind.FAILED,
                                                0,
                                                cause)));
    }

    BatchSummary summary() {
        return summary;
    }

    private void tell(FileReport report) {
        summary = summary.with(report);
        line.clear();
        if (report.kind() == Kind.FAILED)
            terminal.err().println("failed " + report.file() + ": " + report.message());
        else terminal.out().println(word(report.kind()) + report.message());
        int gone = files.count() - summary.left();
        line.show("%d of %d files".formatted(gone, files.count()), gone, files.count());
        try {
            log.add(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Kind kind) {
        return kind == Kind.SKIPPED ? "done before: " : "saved ";
    }
}
