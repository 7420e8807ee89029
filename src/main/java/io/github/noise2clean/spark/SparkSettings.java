package io.github.noise2clean.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** What this program asks of Spark where the user does not. */
final class SparkSettings {

    private static final String MASTER = "spark.master";
    private static final String FAILURES = "spark.task.maxFailures";
    private static final String CPUS = "spark.task.cpus";
    private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String LOOPBACK = "127.0.0.1";

    /** What DJL reads before it loads PyTorch. */
    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private static final int STANDARD_ATTEMPTS = 4;
    private static final Pattern LOCAL = Pattern.compile("local(\\[([^,\\]]+)[^\\]]*])?");

    private SparkSettings() {}

    /** Made of {@code asked}, which has what the user asked for. */
    static SparkConf of(SparkConf asked) {
        SparkConf settings = asked.clone();
        settings.setIfMissing("spark.app.name", "noise2clean");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.ui.showConsoleProgress", "false");
        settings.setIfMissing("spark.driver.maxResultSize", "0"); // they are not kept
        settings.setIfMissing(MASTER, "local[*]");
        settings.setIfMissing(CPUS, "1");
        setAttempts(settings, asked.getInt(FAILURES, STANDARD_ATTEMPTS));
        setThreads(settings);
        return settings;
    }

    /** How often a task may be tried: once less than Spark would try it. */
    static int attempts(SparkConf settings) {
        return settings.getInt(FAILURES, STANDARD_ATTEMPTS + 1) - 1;
    }

    /** In this process, Spark wants to be told of failures in the master's name. */
    private static void setAttempts(SparkConf settings, int attempts) {
        settings.set(FAILURES, Integer.toString(attempts + 1));
        Matcher local = LOCAL.matcher(settings.get(MASTER));
        if (!local.matches()) return;
        String slots = local.group(2) == null ? "1" : local.group(2);
        settings.set(MASTER, "local[%s,%d]".formatted(slots, attempts + 1));
        settings.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        settings.setIfMissing("spark.driver.host", LOOPBACK);
    }

    /**
     * As many threads of PyTorch as a task has processors, so that tasks get into no other's way.
     */
    private static void setThreads(SparkConf settings) {
        String option = "-D" + THREADS + "=" + settings.get(CPUS);
        settings.set(JAVA_OPTIONS, (settings.get(JAVA_OPTIONS, "") + " " + option).strip());
    }
}
