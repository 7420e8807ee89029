package io.github.noise2clean.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalRunnerTest {

    private static final LocalRunner UNSTOPPED = new LocalRunner(() -> false);

    @Test
    void theResultsOfAllTasksAreToldInTheirOrder() throws IOException {
        List<Long> results = new ArrayList<>();
        UNSTOPPED.run(List.of(1L, 2L, 3L), task -> 10 * task, results::add);
        assertEquals(List.of(10L, 20L, 30L), results);
    }

    @Test
    void whatATaskThrowsIsThrown() {
        TaskRunner.Work<Long, Long> broken =
                task -> {
                    throw new IOException("broken");
                };
        assertThrows(IOException.class, () -> UNSTOPPED.run(List.of(1L), broken, result -> {}));
        TaskRunner.Work<Long, Long> wrong =
                task -> {
                    throw new IllegalStateException("wrong");
                };
        assertThrows(
                IllegalStateException.class, () -> UNSTOPPED.run(List.of(1L), wrong, result -> {}));
    }

    @Test
    @Timeout(60)
    void aTaskThatIsStoppedIsInterruptedAndWaitedFor() {
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        TaskRunner.Work<Long, Long> endless =
                task -> {
                    begun.set(true);
                    while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();
                    ended.set(true);
                    return task;
                };
        LocalRunner stopped = new LocalRunner(begun::get);
        assertThrows(
                CancellationException.class, () -> stopped.run(List.of(1L), endless, result -> {}));
        assertTrue(ended.get());
    }
}
