package io.github.noise2clean.benchmark;

import java.util.List;
import java.util.stream.Collectors;

/** What was measured, in tables. */
public record BenchmarkReport(List<Table> tables) {

    public BenchmarkReport {
        tables = List.copyOf(tables);
    }

    public String markdown() {
        return tables.stream().map(Table::markdown).collect(Collectors.joining("\n\n"));
    }

    /** One object, with an object for each table, and in it one for each column. */
    public String json() {
        return Table.object(tables.stream().map(Table::json)) + "\n";
    }
}
