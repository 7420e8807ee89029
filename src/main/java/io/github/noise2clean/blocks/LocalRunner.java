package io.github.noise2clean.blocks;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does the tasks one after the other in this process, on a thread of their own that is interrupted
 * where the user stops.
 */
public final class LocalRunner implements TaskRunner {

    private static final long PAUSE_MILLISECONDS = 100;

    private final BooleanSupplier stopped;

    /**
     * @param stopped is asked often: true ends a run with a CancellationException
     */
    public LocalRunner(BooleanSupplier stopped) {
        this.stopped = stopped;
    }

    @Override
    public <T extends Serializable, R extends Serializable> void run(
            List<T> tasks, Work<T, R> work, Consumer<R> done) throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor(r -> new Thread(r, "blocks"));
        try {
            for (T task : tasks) done.accept(result(thread.submit(() -> work.of(task))));
        } finally {
            end(thread);
        }
    }

    private <R> R result(Future<R> task) throws IOException {
        while (!stopped.getAsBoolean()) {
            try {
                return task.get(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new CancellationException("The blocks were stopped.");
    }

    private static IOException thrown(Throwable cause) {
        if (cause instanceof RuntimeException bug) throw bug;
        if (cause instanceof Error error) throw error;
        return (IOException) cause;
    }

    /** Waits until nothing is written any more. */
    private static void end(ExecutorService thread) {
        thread.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
