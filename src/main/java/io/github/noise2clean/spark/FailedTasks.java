package io.github.noise2clean.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tasks that have failed at every attempt, while the others were done. */
final class FailedTasks extends IOException {

    private static final int NAMED = 5;

    private final transient List<?> tasks;
    private final transient Map<Integer, String> causes = new TreeMap<>();

    /**
     * @param tasks all of the job
     */
    FailedTasks(List<?> tasks) {
        this.tasks = tasks;
    }

    void add(int index, String cause) {
        causes.put(index, cause);
    }

    boolean isEmpty() {
        return causes.isEmpty();
    }

    /** Why each has failed, as sentences, by its index. */
    Map<Integer, String> causes() {
        return causes;
    }

    /** Names the first of them, one a line. */
    @Override
    public String getMessage() {
        String named =
                causes.entrySet().stream()
                        .limit(NAMED)
                        .map(
                                failure ->
                                        "task %s: %s"
                                                .formatted(
                                                        tasks.get(failure.getKey()),
                                                        failure.getValue()))
                        .collect(Collectors.joining("\n"));
        String rest = causes.size() > NAMED ? "\n..." : "";
        return "%d of %d tasks failed at every attempt; the others are done.\n%s%s"
                .formatted(causes.size(), tasks.size(), named, rest);
    }
}
