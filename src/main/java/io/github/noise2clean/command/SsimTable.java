package io.github.noise2clean.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.metric.Comparison;
import io.github.noise2clean.metric.Quality;
import java.util.List;
import java.util.Optional;

/**
 * Rows of ImageJ's own Results table, the one that {@code getResult} of macros reads even without a
 * screen: one per compared part, and the last for the whole. Earlier rows stay, as when measuring.
 */
record SsimTable(ImagePlus reference, ImagePlus test) {

    void append(Comparison comparison) {
        ResultsTable table = ResultsTable.getResultsTable();
        List<Quality> parts = comparison.parts();
        for (int i = 0; i < parts.size(); i++) addRow(table, label(i, parts.size()), parts.get(i));
        addRow(table, "mean", comparison.whole());
        table.show("Results");
    }

    private void addRow(ResultsTable table, String label, Quality quality) {
        table.addRow();
        table.addLabel(label);
        table.addValue("Reference", reference.getTitle());
        table.addValue("Test", test.getTitle());
        table.addValue("SSIM", quality.ssim());
        table.addValue("PSNR", quality.psnr());
        table.addValue("NRMSE", quality.nrmse());
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
