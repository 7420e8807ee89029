package io.github.noise2clean.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.metric.Column;
import io.github.noise2clean.metric.ComparisonTable;
import io.github.noise2clean.metric.PartIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * Rows of ImageJ's own Results table, the one that {@code getResult} of macros reads even without a
 * screen: one per compared part, then the standard deviation of several, and last the whole.
 * Earlier rows stay, as when measuring.
 */
record SsimTable(ImagePlus reference, ImagePlus test) {

    private static final PartIndex EVERYWHERE =
            new PartIndex(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    void append(ComparisonTable comparison) {
        ResultsTable table = ResultsTable.getResultsTable();
        List<Column> columns = comparison.columns();
        int parts = comparison.rows().size();
        for (int i = 0; i < parts; i++) {
            int part = i;
            addRow(table, label(i, parts), columns, column -> column.parts().get(part));
            addIndex(table, comparison.rows().get(i));
        }
        if (parts > 1) addSummary(table, "sd", columns, Column::deviation);
        addSummary(table, "mean", columns, Column::whole);
        table.show("Results");
    }

    private void addSummary(
            ResultsTable table,
            String label,
            List<Column> columns,
            ToDoubleFunction<Column> number) {
        addRow(table, label, columns, number);
        addIndex(table, EVERYWHERE);
    }

    private void addRow(
            ResultsTable table,
            String label,
            List<Column> columns,
            ToDoubleFunction<Column> number) {
        table.addRow();
        table.addLabel(label);
        table.addValue("Reference", reference.getTitle());
        table.addValue("Test", test.getTitle());
        for (Column column : columns) table.addValue(column.name(), number.applyAsDouble(column));
    }

    private static void addIndex(ResultsTable table, PartIndex index) {
        add(table, "Channel", index.channel());
        add(table, "Slice", index.slice());
        add(table, "Frame", index.frame());
    }

    /** An empty cell, which macros read as NaN, where a part covers the axis. */
    private static void add(ResultsTable table, String name, OptionalInt position) {
        position.ifPresentOrElse(
                number -> table.addValue(name, number), () -> table.addValue(name, ""));
    }

    /** The label of the slice where a part is one and has one, otherwise its number from 1. */
    private String label(int part, int parts) {
        String number = Integer.toString(part + 1);
        if (parts != reference.getStackSize()) return number;
        return Optional.ofNullable(reference.getStack().getShortSliceLabel(part + 1))
                .filter(label -> !label.isBlank())
                .orElse(number);
    }
}
