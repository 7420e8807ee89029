package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SideThreadTest {

    private static final long MILLISECONDS = 10_000;

    @Test
    void tasksAreDoneInTheirOrder() {
        List<Integer> done = new ArrayList<>();
        try (SideThread side = new SideThread("test")) {
            for (int i = 0; i < 5; i++) begin(side, done, i);
            begin(side, done, 5).get();
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5), done);
    }

    @Test
    void whatATaskThrowsIsThrownWhereItIsWaitedFor() {
        IllegalStateException fault = new IllegalStateException("no more");
        OutOfMemoryError full = new OutOfMemoryError("heap");
        try (SideThread side = new SideThread("test")) {
            Supplier<Object> faulty =
                    side.begin(
                            () -> {
                                throw fault;
                            });
            Supplier<Object> greedy =
                    side.begin(
                            () -> {
                                throw full;
                            });
            assertSame(fault, assertThrows(IllegalStateException.class, faulty::get));
            assertSame(full, assertThrows(OutOfMemoryError.class, greedy::get));
        }
    }

    @Test
    void closingWaitsForTheTaskUnderWayAndDropsTheOthers() throws InterruptedException {
        List<Integer> done = new ArrayList<>();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Thread closing = Thread.currentThread();
        try (SideThread side = new SideThread("test")) {
            side.begin(
                    () -> {
                        thread.complete(Thread.currentThread());
                        while (closing.getState() != Thread.State.WAITING) Thread.onSpinWait();
                        return done.add(1);
                    });
            begin(side, done, 2);
        }
        assertEquals(List.of(1), done);
        thread.join().join(MILLISECONDS);
        assertFalse(thread.join().isAlive());
    }

    private static Supplier<Boolean> begin(SideThread side, List<Integer> done, int number) {
        return side.begin(() -> done.add(number));
    }
}
