package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;

class StatusBarTest {

    private final Context context = new Context(TaskService.class, EventService.class);
    private final EstimateNoise command = new EstimateNoise();
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    StatusBarTest() {
        command.setContext(context);
        context.service(EventService.class).subscribe(this);
    }

    @AfterEach
    void close() {
        context.dispose();
    }

    @EventHandler
    void changed(TaskEvent event) {
        Task task = event.getTask();
        tasks.add(task);
        told.add(task.getStatusMessage() + " " + task.getProgressValue() + " " + task.isDone());
    }

    @Test
    void aTaskTellsHowFarTheWorkIsUntilItIsDone() {
        try (StatusBar bar = StatusBar.open(command, "Denoising")) {
            bar.show(0.25, "a quarter");
        }
        assertEquals("Denoising", tasks.get(0).getName());
        assertEquals(1000, tasks.get(0).getProgressMaximum());
        assertTrue(told.contains("a quarter 250 false"), told.toString());
        assertEquals("a quarter 250 true", told.get(told.size() - 1));
    }

    @Test
    void whoCancelsTheTaskEndsTheCommand() {
        StopRequest stop = StopRequest.of(command);
        try (StatusBar bar = StatusBar.open(command, "Denoising")) {
            assertFalse(stop.isMade());
            tasks.get(0).cancel("enough");
            assertTrue(stop.isMade());
        }
    }

    @Test
    void theScreenIsNotFloodedByAThousandSteps() {
        try (StatusBar bar = StatusBar.open(command, "Training")) {
            int before = told.size();
            for (int i = 0; i < 1000; i++) bar.show(i / 1000.0, "step " + i);
            assertTrue(told.size() - before < 100, told.size() + " events");
        }
    }

    @Test
    void aCommandWithoutServicesHasABarToo() {
        try (StatusBar bar = StatusBar.open(new EstimateNoise(), "Estimating")) {
            bar.show(0.5, "half");
        }
        assertEquals(List.of(), told);
    }
}
