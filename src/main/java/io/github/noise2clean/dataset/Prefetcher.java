package io.github.noise2clean.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Makes the next batches on a thread of its own while the network works on the last. */
public final class Prefetcher implements AutoCloseable {

    private static final int AHEAD = 2;

    private final SideThread thread = new SideThread("noise2clean patches");
    private final Deque<Supplier<Batch>> batches = new ArrayDeque<>();
    private final LongFunction<Batch> source;
    private long next;

    /**
     * @param source makes the batch of a step
     */
    public Prefetcher(LongFunction<Batch> source, long firstStep) {
        this.source = source;
        this.next = firstStep;
        for (int i = 0; i < AHEAD; i++) order();
    }

    /** The batch of the next step; what its making threw is thrown here. */
    public Batch next() {
        order();
        return batches.remove().get();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void order() {
        long step = next++;
        batches.add(thread.begin(() -> source.apply(step)));
    }
}
