package io.github.noise2clean.command;

import ij.IJ;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.service.Service;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * Where users look for a command's progress until it is closed: SciJava's status and list of tasks,
 * where there are such, and ImageJ's bar; and its log. Who cancels the task cancels the command.
 */
final class StatusBar implements AutoCloseable {

    private static final int PARTS = 1000;

    /** A task that is looked at waits for the screen each time it changes. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Optional<StatusService> status;
    private final Optional<Task> task;
    private final Optional<LogService> log;
    private long shown = System.nanoTime() - PAUSE;

    private StatusBar(ContextCommand command, Optional<Task> task) {
        this.status = service(command, StatusService.class);
        this.log = service(command, LogService.class);
        this.task = task;
    }

    /**
     * @param work what the command does, in a word
     */
    static StatusBar open(ContextCommand command, String work) {
        Optional<Task> task =
                service(command, TaskService.class).map(tasks -> tasks.createTask(work));
        task.ifPresent(begun -> begin(begun, command));
        return new StatusBar(command, task);
    }

    private static <S extends Service> Optional<S> service(ContextCommand command, Class<S> type) {
        return Optional.ofNullable(command.getContext()).map(context -> context.getService(type));
    }

    private static void begin(Task task, ContextCommand command) {
        task.setCancelCallBack(() -> command.cancel(null));
        task.setProgressMaximum(PARTS);
        task.start();
    }

    /**
     * Shows how far the work is, at most ten times a second.
     *
     * @param progress from 0 to 1
     */
    void show(double progress, String text) {
        if (System.nanoTime() - shown < PAUSE) return;
        int part = (int) Math.round(PARTS * progress);
        status.ifPresent(service -> service.showStatus(part, PARTS, text));
        task.ifPresent(shown -> shown.setStatusMessage(text));
        task.ifPresent(shown -> shown.setProgressValue(part));
        IJ.showProgress(progress);
        shown = System.nanoTime();
    }

    /** Leaves a sentence in SciJava's log, which opens no window. */
    void note(String sentence) {
        log.ifPresent(service -> service.info(sentence));
    }

    @Override
    public void close() {
        status.ifPresent(service -> service.showStatus(PARTS, PARTS, ""));
        task.ifPresent(Task::finish);
        IJ.showProgress(1);
    }
}
