package io.github.noise2clean.blocks;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** Runs the tasks of a job, in this process or on other machines. */
public interface TaskRunner {

    /** What is done for a task, wherever that is; the same again if it is done twice. */
    interface Work<T, R> extends Serializable {

        R of(T task) throws IOException;
    }

    /**
     * Does the work for each task at least once.
     *
     * @param done is told the result of each task once, by one thread, in any order; what it throws
     *     ends the run
     * @throws IOException with a sentence, if a task fails for good
     * @throws java.util.concurrent.CancellationException if the user stops the run
     */
    <T extends Serializable, R extends Serializable> void run(
            List<T> tasks, Work<T, R> work, Consumer<R> done) throws IOException;
}
