package io.github.noise2clean.spark;

import io.github.noise2clean.batch.Batch;
import io.github.noise2clean.batch.BatchFile;
import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchListener;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.batch.FileReport.Kind;
import io.github.noise2clean.blocks.TaskRunner.Work;
import io.github.noise2clean.denoise.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Denoises a file on an executor, by the network that the executor keeps. */
record FileWork(KeptDenoising network) implements Work<FileTask, FileResult> {

    @Override
    public FileResult of(FileTask task) throws IOException {
        One one = new One(task);
        BatchFiles files = new BatchFiles(List.of(task.file()), List.of());
        network.with(
                denoising ->
                        new Batch(denoising, network.settings())
                                .run(files, BatchLog.of(Optional.empty()), one));
        return one.result();
    }

    /** Keeps what is told of one file. */
    private static final class One implements BatchListener {

        private final FileTask task;
        private long pixels;
        private Optional<FileReport> report = Optional.empty();

        One(FileTask task) {
            this.task = task;
        }

        @Override
        public void saved(BatchFile file, Outcome outcome) {
            var image = outcome.image();
            pixels = (long) image.getWidth() * image.getHeight() * image.getStackSize();
        }

        @Override
        public void finished(FileReport finished) {
            report = Optional.of(finished);
        }

        /** Interrupted where the user, or Spark, wants no more of it. */
        @Override
        public boolean isStopped() {
            return Thread.currentThread().isInterrupted();
        }

        FileResult result() throws IOException {
            FileReport known = report.orElseThrow(() -> new IOException("It was stopped."));
            if (known.kind() == Kind.FAILED) throw new IOException(known.message());
            return new FileResult(task, pixels, known.seconds());
        }
    }
}
