package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.blocks.TaskRunner.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Toy work on two executor threads of this process. */
class SparkRunnerTest {

    private static JavaSparkContext context;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Trace> traces = new ArrayList<>();
    private final SparkRunner runner =
            new SparkRunner(context, stopped::get, (result, trace) -> traces.add(trace));

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        SparkConf asked =
                new SparkConf(false).setMaster("local[2]").set("spark.ui.enabled", "false");
        context = new JavaSparkContext(SparkSettings.of(asked));
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @Test
    void eachTaskIsDoneAndToldOnce() throws IOException {
        List<Integer> tasks = IntStream.range(0, 30).boxed().toList();
        assertEquals(tasks.stream().map(n -> n * n).toList(), sorted(tasks, n -> n * n));
    }

    @Test
    void nothingIsDoneWithoutTasks() throws IOException {
        assertEquals(List.of(), sorted(List.of(), n -> n));
    }

    @Test
    void eachResultIsTracedToItsExecutor() throws IOException {
        sorted(List.of(1, 2, 3), n -> n);
        assertEquals(List.of("driver", "driver", "driver"), executors());
        for (Trace trace : traces) assertTrue(trace.begin() <= trace.end(), trace::toString);
    }

    @Test
    void aTaskThatFailsIsDoneAgain() throws IOException {
        String marks = folder.toString();
        assertEquals(List.of(1, 2, 3), sorted(List.of(1, 2, 3), n -> failingAtFirst(marks, n)));
        assertEquals(3, traces.size());
    }

    @Test
    void aTaskThatFailsForGoodIsNamedWhenTheOthersAreDone() {
        List<Integer> done = new ArrayList<>();
        IOException fault =
                assertThrows(
                        IOException.class,
                        () ->
                                runner.run(
                                        List.of(1, 2, 3, 4),
                                        SparkRunnerTest::failingForTwo,
                                        done::add));
        Collections.sort(done);
        assertEquals(List.of(1, 3, 4), done);
        assertEquals(
                "1 of 4 tasks failed at every attempt; the others are done.\ntask 2: The disk is full.",
                fault.getMessage());
    }

    @Test
    void theWishToStopEndsTheRun() {
        stopped.set(true);
        assertThrows(CancellationException.class, () -> sorted(List.of(1, 2), n -> waiting()));
    }

    @Test
    void whatTheListenerThrowsEndsTheRun() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        runner.run(
                                List.of(1, 2),
                                n -> n,
                                n -> {
                                    throw new IllegalStateException();
                                }));
    }

    private List<Integer> sorted(List<Integer> tasks, Work<Integer, Integer> work)
            throws IOException {
        List<Integer> results = new ArrayList<>();
        runner.run(tasks, work, results::add);
        Collections.sort(results);
        return results;
    }

    private List<String> executors() {
        return traces.stream().map(Trace::executor).toList();
    }

    private static int failingAtFirst(String marks, int n) throws IOException {
        Path mark = Path.of(marks, "tried-" + n);
        if (Files.exists(mark)) return n;
        Files.createFile(mark);
        throw new IOException("The first time.");
    }

    private static int failingForTwo(int n) throws IOException {
        if (n == 2) throw new IOException("The disk is full.");
        return n;
    }

    private static int waiting() throws IOException {
        try {
            Thread.sleep(60_000);
            return 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
