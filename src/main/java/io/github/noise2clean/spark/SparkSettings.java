package io.github.noise2clean.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** What this program asks of Spark where the user does not. */
final class SparkSettings {

    /** What DJL reads before it loads PyTorch. */
    static final String THREADS = "ai.djl.pytorch.num_threads";

    private static final String MASTER = "spark.master";
    private static final String FAILURES = "spark.task.maxFailures";
    private static final String CORES = "spark.executor.cores";
    private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int STANDARD_ATTEMPTS = 4;
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|\\d+)(?:,\\d+)?])?");

    private SparkSettings() {}

    /** Made of {@code asked}, which has what the user asked for. */
    static SparkConf of(SparkConf asked) {
        SparkConf settings = asked.clone();
        settings.setIfMissing("spark.app.name", "noise2clean");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.ui.showConsoleProgress", "false");
        settings.setIfMissing("spark.driver.maxResultSize", "0"); // they are not kept
        settings.setIfMissing(MASTER, "local[*]");
        int attempts = asked.getInt(FAILURES, STANDARD_ATTEMPTS);
        settings.set(FAILURES, Integer.toString(attempts + 1));
        threads(settings).ifPresent(threads -> setThreads(settings, threads));
        local(settings).ifPresent(slots -> setLocal(settings, slots, attempts));
        return settings;
    }

    /** How often a task may be tried: once less than Spark would try it. */
    static int attempts(SparkConf settings) {
        return settings.getInt(FAILURES, STANDARD_ATTEMPTS + 1) - 1;
    }

    /** Of an executor, where they are known: the network runs for one of its tasks at a time. */
    static Optional<String> threads(SparkConf settings) {
        return local(settings)
                .or(() -> Optional.ofNullable(settings.get(CORES, null)))
                .filter(cores -> !cores.equals("*"));
    }

    /** How many tasks this process does at once, if no other does any. */
    private static Optional<String> local(SparkConf settings) {
        Matcher local = LOCAL.matcher(settings.get(MASTER));
        if (!local.matches()) return Optional.empty();
        return Optional.of(Optional.ofNullable(local.group(1)).orElse("1"));
    }

    /**
     * In one process, Spark wants to be told of attempts in the master's name, and has our jars
     * already.
     */
    private static void setLocal(SparkConf settings, String slots, int attempts) {
        settings.setMaster("local[%s,%d]".formatted(slots, attempts + 1));
        settings.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        settings.setIfMissing("spark.driver.host", LOOPBACK);
        settings.remove("spark.jars");
    }

    private static void setThreads(SparkConf settings, String threads) {
        String option = "-D" + THREADS + "=" + threads;
        settings.set(JAVA_OPTIONS, (settings.get(JAVA_OPTIONS, "") + " " + option).strip());
    }
}
