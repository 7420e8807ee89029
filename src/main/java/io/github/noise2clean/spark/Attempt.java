package io.github.noise2clean.spark;

import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.blocks.TaskRunner.Work;
import io.github.noise2clean.spark.Ending.Done;
import io.github.noise2clean.spark.Ending.GivenUp;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What an executor does with one task.
 *
 * <p>Spark ends a job with the first task that fails for good. So that the others are done all the
 * same, the last attempt hands back the failure as a result; and where the attempts before it have
 * ended their executors, there is no other.
 */
final class Attempt<T extends Serializable, R extends Serializable>
        extends AbstractFunction1<Iterator<T>, Ending<R>> implements Serializable {

    private final Work<T, R> work;
    private final int attempts;

    /**
     * @param attempts that each task is given, fewer than Spark would make
     */
    Attempt(Work<T, R> work, int attempts) {
        this.work = work;
        this.attempts = attempts;
    }

    @Override
    public Ending<R> apply(Iterator<T> partition) {
        T task = partition.next();
        int before = TaskContext.get().attemptNumber();
        if (before >= attempts)
            return givenUp("%d executors were lost at work on it.".formatted(before));
        try {
            return done(task);
        } catch (IOException | RuntimeException | LinkageError e) {
            if (before < attempts - 1 || TaskContext.get().isInterrupted()) throw unchecked(e);
            return givenUp(FileReport.sentence(e));
        }
    }

    private Ending<R> done(T task) throws IOException {
        long begin = System.currentTimeMillis();
        R result = work.of(task);
        return new Done<>(result, Trace.since(begin));
    }

    private Ending<R> givenUp(String cause) {
        return new GivenUp<>(TaskContext.getPartitionId(), cause);
    }

    private static RuntimeException unchecked(Throwable fault) {
        if (fault instanceof LinkageError error) throw error;
        return fault instanceof IOException file
                ? new UncheckedIOException(file)
                : (RuntimeException) fault;
    }
}
