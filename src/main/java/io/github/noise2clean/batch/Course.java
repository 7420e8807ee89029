package io.github.noise2clean.batch;

import io.github.noise2clean.denoise.DenoisingListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** How a batch goes, file after file: counted, logged, and passed on to its listener. */
final class Course implements DenoisingListener {

    private final BatchFiles batch;
    private final BatchLog log;
    private final BatchListener listener;
    private final List<Long> sizes;
    private BatchSummary summary;
    private int current = -1;

    Course(BatchFiles batch, BatchLog log, BatchListener listener) {
        this.batch = batch;
        this.log = log;
        this.listener = listener;
        this.sizes = batch.files().stream().map(BatchFile::size).toList();
        this.summary = BatchSummary.ofNothingDone(batch);
    }

    void tellSettled() throws IOException {
        for (FileReport report : batch.settled()) tell(report);
    }

    /** Goes on to the next file, and tells so. */
    void next() {
        if (isStopped()) throw new CancellationException();
        current++;
        tileDone(0, 1);
    }

    void tell(FileReport report) throws IOException {
        summary = summary.with(report);
        log.add(report);
        listener.finished(report);
    }

    BatchSummary summary() {
        return summary;
    }

    @Override
    public void begun(String how) {
        listener.begun(how);
    }

    @Override
    public void planned(String how) {
        listener.planned(how);
    }

    @Override
    public void tileDone(long done, long total) {
        double bytes = bytes(current) + (double) sizes.get(current) * done / total;
        listener.progressed(
                new BatchProgress(
                        batch.files().get(current).input(),
                        batch.settled().size() + current + 1,
                        batch.count(),
                        bytes / bytes(sizes.size())));
    }

    @Override
    public boolean isStopped() {
        return listener.isStopped();
    }

    /** Of the first {@code count} files. */
    private long bytes(int count) {
        return sizes.subList(0, count).stream().mapToLong(size -> size).sum();
    }
}
