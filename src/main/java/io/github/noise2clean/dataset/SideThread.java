package io.github.noise2clean.dataset;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread for what can be done beside other work: one task after the other, in their order. */
public final class SideThread implements AutoCloseable {

    private final ThreadPoolExecutor thread;

    public SideThread(String name) {
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> daemon(task, name));
    }

    /**
     * Begins a task as soon as those before it are done.
     *
     * @return waits for what the task makes, and throws what it has thrown
     */
    public <T> Supplier<T> begin(Supplier<T> task) {
        CompletableFuture<T> made = CompletableFuture.supplyAsync(task, thread);
        return () -> joined(made);
    }

    /** Waits for the task under way, and drops those behind it. */
    @Override
    public void close() {
        thread.getQueue().clear();
        CompletableFuture.runAsync(() -> {}, thread).join();
        thread.shutdown();
    }

    private static <T> T joined(CompletableFuture<T> made) {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    /** What the task threw, which can only be unchecked. */
    private static RuntimeException unwrapped(CompletionException e) {
        if (e.getCause() instanceof Error error) throw error;
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
