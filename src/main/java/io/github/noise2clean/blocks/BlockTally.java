package io.github.noise2clean.blocks;

/** Adds up what is told of denoised blocks, and passes it on. */
final class BlockTally {

    private static final double NANOSECONDS = 1e9;

    private final long start = System.nanoTime();
    private final long blocks;
    private final long before;
    private final JobListener listener;
    private long done;
    private long pixels;

    /**
     * @param missing of the blocks, those that are to be denoised
     */
    BlockTally(long blocks, long missing, JobListener listener) {
        this.blocks = blocks;
        this.before = blocks - missing;
        this.listener = listener;
        listener.advanced(Phase.DENOISING, before, blocks);
    }

    void add(BlockReport report) {
        done++;
        pixels += report.pixels();
        report.notes().forEach(listener::noted);
        listener.blockDone(report);
        listener.advanced(Phase.DENOISING, before + done, blocks);
    }

    JobSummary summary() {
        return new JobSummary(blocks, before, pixels, (System.nanoTime() - start) / NANOSECONDS);
    }
}
