package io.github.noise2clean.batch;

/**
 * What has become of the files of a batch, in numbers.
 *
 * @param skipped since they were done before
 * @param left since the batch was stopped
 */
public record BatchSummary(int done, int skipped, int failed, int left) {

    /** Of files that are all to be gone through yet. */
    public static BatchSummary ofNothingDone(BatchFiles files) {
        return new BatchSummary(0, 0, 0, files.count());
    }

    public boolean isStopped() {
        return left > 0;
    }

    /** Such as "Of 200 files 196 were denoised, 0 had been done before and 4 failed." */
    public String sentence() {
        String stopped = isStopped() ? "Stopped: of" : "Of";
        String rest = isStopped() ? "; %d are left.".formatted(left) : ".";
        return "%s %d files %d were denoised, %d had been done before and %d failed%s"
                .formatted(stopped, done + skipped + failed + left, done, skipped, failed, rest);
    }

    /** With one more of them. */
    public BatchSummary with(FileReport report) {
        return switch (report.kind()) {
            case DONE -> new BatchSummary(done + 1, skipped, failed, left - 1);
            case SKIPPED -> new BatchSummary(done, skipped + 1, failed, left - 1);
            case FAILED -> new BatchSummary(done, skipped, failed + 1, left - 1);
        };
    }
}
