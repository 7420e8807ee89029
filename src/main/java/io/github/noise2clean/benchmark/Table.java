package io.github.noise2clean.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures of several things, a column for each.
 *
 * @param name of what they are figures of
 * @param columns the figures of each thing by their names, the same for all
 */
record Table(String name, Map<String, Map<String, Cell>> columns) {

    Table {
        columns = new LinkedHashMap<>(columns);
        long kinds = columns.values().stream().map(c -> List.copyOf(c.keySet())).distinct().count();
        if (kinds != 1) throw new IllegalArgumentException("figures of " + columns);
    }

    String markdown() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(name, columns.keySet().stream()));
        lines.add(line("---", columns.keySet().stream().map(column -> "---")));
        for (String figure : columns.values().iterator().next().keySet())
            lines.add(line(figure, columns.values().stream().map(c -> c.get(figure).text())));
        return lines.stream()
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n"));
    }

    /** An entry of an object. */
    String json() {
        return key(name)
                + object(
                        columns.entrySet().stream()
                                .map(column -> key(column.getKey()) + object(column.getValue())));
    }

    private static List<String> line(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String object(Map<String, Cell> figures) {
        return object(figures.entrySet().stream().map(f -> key(f.getKey()) + f.getValue().json()));
    }

    static String object(Stream<String> entries) {
        return entries.collect(Collectors.joining(", ", "{", "}"));
    }

    /** Words that programs can take for a name. */
    private static String key(String words) {
        String name = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return Cell.quoted(name) + ": ";
    }
}
