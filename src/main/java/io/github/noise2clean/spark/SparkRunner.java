package io.github.noise2clean.spark;

import io.github.noise2clean.blocks.TaskRunner;
import io.github.noise2clean.spark.Ending.Done;
import io.github.noise2clean.spark.Ending.GivenUp;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs the tasks of a job on Spark's executors.
 *
 * <p>A task that fails is done again, on another executor where there is one. One that fails for
 * good keeps no other from being done.
 */
final class SparkRunner implements TaskRunner {

    private final JavaSparkContext context;
    private final BooleanSupplier stopped;
    private final BiConsumer<Object, Trace> traces;

    /**
     * @param context with the settings of {@link SparkSettings}
     * @param stopped whether the user wants the work to end; often asked
     * @param traces is told of each result where it comes from, before the job is told of it
     */
    SparkRunner(
            JavaSparkContext context, BooleanSupplier stopped, BiConsumer<Object, Trace> traces) {
        this.context = context;
        this.stopped = stopped;
        this.traces = traces;
    }

    @Override
    public <T extends Serializable, R extends Serializable> void run(
            List<T> tasks, Work<T, R> work, Consumer<R> done) throws IOException {
        if (tasks.isEmpty()) return;
        Attempt<T, R> attempt = new Attempt<>(work, SparkSettings.attempts(context.getConf()));
        RunningJob<R> job = RunningJob.submitted(context, tasks, attempt);
        FailedTasks failures = new FailedTasks(tasks);
        try {
            for (int i = 0; i < tasks.size(); i++) tell(next(job), done, failures);
        } finally {
            job.cancel();
        }
        if (!failures.isEmpty()) throw failures;
    }

    private <R extends Serializable> void tell(
            Ending<R> ending, Consumer<R> done, FailedTasks failures) {
        if (ending instanceof GivenUp<R> failure) failures.add(failure.index(), failure.cause());
        if (ending instanceof Done<R> success) {
            traces.accept(success.result(), success.trace());
            done.accept(success.result());
        }
    }

    private <R extends Serializable> Ending<R> next(RunningJob<R> job) throws IOException {
        while (true) {
            if (stopped.getAsBoolean()) throw new CancellationException();
            Optional<Ending<R>> ending = job.next();
            if (ending.isPresent()) return ending.get();
        }
    }
}
