package io.github.noise2clean.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.collection.immutable.Range;
import scala.runtime.BoxedUnit;

/** A job that Spark has under way, one task a partition, whose tasks' endings come one by one. */
final class RunningJob<R extends Serializable> {

    private static final String INTERRUPT = "spark.job.interruptOnCancel";
    private static final long PAUSE = 100;

    private final BlockingQueue<Ending<R>> endings;
    private final FutureAction<?> future;

    private RunningJob(BlockingQueue<Ending<R>> endings, FutureAction<?> future) {
        this.endings = endings;
        this.future = future;
    }

    static <T extends Serializable, R extends Serializable> RunningJob<R> submitted(
            JavaSparkContext context, List<T> tasks, Attempt<T, R> attempt) {
        BlockingQueue<Ending<R>> endings = new LinkedBlockingQueue<>();
        Function2<Object, Ending<R>, BoxedUnit> keep =
                (partition, ending) -> {
                    endings.add(ending);
                    return BoxedUnit.UNIT;
                };
        context.setLocalProperty(INTERRUPT, "true");
        RDD<T> partitions = context.parallelize(tasks, tasks.size()).rdd();
        return new RunningJob<>(
                endings,
                context.sc()
                        .submitJob(
                                partitions,
                                attempt,
                                new Range.Exclusive(0, tasks.size(), 1),
                                keep,
                                () -> BoxedUnit.UNIT));
    }

    /**
     * The ending of another task, or nothing yet.
     *
     * @throws IOException with a sentence, if Spark has given up
     */
    Optional<Ending<R>> next() throws IOException {
        boolean over = future.isCompleted(); // asked first: then no ending comes any more
        try {
            Ending<R> ending = endings.poll(over ? 0 : PAUSE, TimeUnit.MILLISECONDS);
            if (ending == null && over) throw fault();
            return Optional.ofNullable(ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Ends what is under way; nothing once the job is over. */
    void cancel() {
        future.cancel();
    }

    private IOException fault() {
        Throwable cause = future.value().get().failed().get();
        return new IOException("Spark has ended the job: " + cause.getMessage(), cause);
    }
}
