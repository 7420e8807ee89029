package io.github.noise2clean.spark;

import io.github.noise2clean.blocks.TaskRunner;
import io.github.noise2clean.library.PortableModel;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The executors that Spark lends to a command until it is closed. */
final class Cluster implements AutoCloseable {

    private final JavaSparkContext context;
    private final ExecutorTable table = new ExecutorTable();

    private Cluster(JavaSparkContext context) {
        this.context = context;
    }

    /** That which the command line of Spark asks for, or else the processors of this machine. */
    static Cluster open() {
        SparkConf settings = SparkSettings.of(new SparkConf());
        SparkSettings.threads(settings)
                .ifPresent(threads -> System.setProperty(SparkSettings.THREADS, threads));
        return new Cluster(new JavaSparkContext(settings));
    }

    /** Has Spark copy a model into the folder of each executor, if it is a file. */
    void ship(PortableModel model) {
        model.file()
                .filter(Files::isRegularFile)
                .ifPresent(file -> context.addFile(file.toUri().toString()));
    }

    /**
     * @param stopped is asked often: true ends a run with a CancellationException
     */
    TaskRunner runner(BooleanSupplier stopped) {
        return new SparkRunner(context, stopped, table::add);
    }

    /** What each executor has denoised so far, one a line. */
    List<String> summary() {
        return table.lines();
    }

    @Override
    public void close() {
        context.stop();
    }
}
