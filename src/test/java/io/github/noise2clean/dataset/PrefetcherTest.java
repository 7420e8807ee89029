package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PrefetcherTest {

    private static final long MILLISECONDS = 10_000;

    @Test
    void givesTheBatchesInOrder() {
        try (Prefetcher batches = new Prefetcher(PrefetcherTest::numbered, 40)) {
            for (int step = 40; step < 60; step++) assertEquals(step, batches.next().noisy()[0]);
        }
    }

    @Test
    void throwsWhatTheSourceThrewAtItsStep() {
        IllegalStateException failure = new IllegalStateException("no more");
        try (Prefetcher batches = new Prefetcher(step -> failing(step, failure), 0)) {
            assertEquals(0, batches.next().noisy()[0]);
            assertEquals(1, batches.next().noisy()[0]);
            assertSame(failure, assertThrows(IllegalStateException.class, batches::next));
        }
    }

    @Test
    void throwsErrorsOfTheSourceToo() {
        OutOfMemoryError error = new OutOfMemoryError("patches");
        try (Prefetcher batches =
                new Prefetcher(
                        step -> {
                            throw error;
                        },
                        0)) {
            assertSame(error, assertThrows(OutOfMemoryError.class, batches::next));
        }
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        try (Prefetcher batches =
                new Prefetcher(
                        step -> {
                            thread.complete(Thread.currentThread());
                            return numbered(step);
                        },
                        0)) {
            batches.next();
        }
        thread.join().join(MILLISECONDS);
        assertFalse(thread.join().isAlive());
    }

    private static Batch failing(long step, RuntimeException failure) {
        if (step == 2) throw failure;
        return numbered(step);
    }

    private static Batch numbered(long step) {
        return new Batch(
                new float[] {step},
                new float[] {step},
                Optional.empty(),
                List.of(1L, 1L),
                List.of());
    }
}
