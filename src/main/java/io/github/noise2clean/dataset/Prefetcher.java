package io.github.noise2clean.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Makes the next batches on a thread of its own while the network works on the last. */
public final class Prefetcher implements AutoCloseable {

    private static final int AHEAD = 2;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Prefetcher::daemonThread);
    private final Deque<CompletableFuture<Batch>> batches = new ArrayDeque<>();
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
        try {
            return batches.remove().join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void order() {
        long step = next++;
        batches.add(CompletableFuture.supplyAsync(() -> source.apply(step), thread));
    }

    /** What the source threw, which can only be unchecked. */
    private static RuntimeException unwrapped(CompletionException e) {
        if (e.getCause() instanceof Error error) throw error;
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private static Thread daemonThread(Runnable task) {
        Thread thread = new Thread(task, "noise2clean patches");
        thread.setDaemon(true);
        return thread;
    }
}
