package io.github.noise2clean.cli;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.trust.Finding;
import io.github.noise2clean.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells trust reports, image after image: on the terminal, and in a table at the end. */
final class TrustLog {

    private static final String HEADER = "image,channel,trust,value,least,most,verdict";

    private final Terminal terminal;
    private final boolean printed;
    private final Optional<Path> csv;
    private final List<String> rows = new ArrayList<>(List.of(HEADER));

    TrustLog(Terminal terminal, boolean printed, Optional<Path> csv) {
        this.terminal = terminal;
        this.printed = printed;
        this.csv = csv;
    }

    /**
     * @param report is not made where nobody wants it
     */
    void add(Path image, Supplier<TrustReport> report) {
        if (!printed && csv.isEmpty()) return;
        List<List<Finding>> channels = report.get().channels();
        for (int i = 0; i < channels.size(); i++) {
            if (printed && channels.size() > 1) terminal.out().println("  channel " + (i + 1));
            for (Finding finding : channels.get(i)) add(image, i + 1, finding);
        }
    }

    void save() throws IOException {
        if (csv.isPresent())
            AtomicFiles.write(csv.get(), unfinished -> Files.write(unfinished, rows));
    }

    private void add(Path image, int channel, Finding finding) {
        if (printed) terminal.out().println(line(finding));
        rows.add(
                "%s,%d,%s,%s,%s,%s,%s"
                        .formatted(
                                quoted(image.toString()),
                                channel,
                                finding.aspect().title(),
                                finding.value(),
                                finding.least(),
                                finding.most(),
                                quoted(finding.verdict())));
    }

    private static String line(Finding finding) {
        return Texts.format(
                "  %-24s%8.4f  (%.4g to %.4g)  %s",
                finding.aspect().title(),
                finding.value(),
                finding.least(),
                finding.most(),
                finding.verdict());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
