package io.github.noise2clean.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.trust.Finding;
import io.github.noise2clean.trust.TrustReport;
import java.util.List;

/** Rows of ImageJ's own Results table, one per channel and finding. Earlier rows stay. */
record TrustTable(ImagePlus denoised) {

    void append(TrustReport report) {
        ResultsTable table = ResultsTable.getResultsTable();
        List<List<Finding>> channels = report.channels();
        for (int i = 0; i < channels.size(); i++)
            for (Finding finding : channels.get(i)) addRow(table, i + 1, finding);
        table.show("Results");
    }

    private void addRow(ResultsTable table, int channel, Finding finding) {
        table.addRow();
        table.addLabel(denoised.getTitle());
        table.addValue("Channel", channel);
        table.addValue("Trust", finding.aspect().title());
        table.addValue("Value", finding.value());
        table.addValue("Least", finding.least());
        table.addValue("Most", finding.most());
        table.addValue("Verdict", finding.verdict());
    }
}
