package io.github.noise2clean.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of what became of each file, as comma-separated values with the columns file, outcome,
 * seconds and message.
 *
 * <p>It is appended to what is there, and each row is in the file before the next image is begun.
 */
public final class BatchLog implements AutoCloseable {

    private static final String HEADER = "file,outcome,seconds,message\n";

    private final Writer writer;

    private BatchLog(Writer writer) {
        this.writer = writer;
    }

    /**
     * @param file empty for no log
     * @throws IOException with a sentence, if it cannot be written to
     */
    public static BatchLog of(Optional<Path> file) throws IOException {
        return new BatchLog(file.isPresent() ? opened(file.get()) : Writer.nullWriter());
    }

    /** Adds a row. */
    public void add(FileReport report) throws IOException {
        String row =
                "%s,%s,%s,%s\n"
                        .formatted(
                                quoted(report.file().toString()),
                                report.kind(),
                                String.format(Locale.ROOT, "%.3f", report.seconds()),
                                quoted(report.message()));
        writer.write(row);
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static Writer opened(Path file) throws IOException {
        try {
            boolean begins = !Files.exists(file) || Files.size(file) == 0;
            Writer writer =
                    Files.newBufferedWriter(
                            file,
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            if (begins) writer.write(HEADER);
            return writer;
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write the log " + file + ": its folder must exist and be writable.", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"';
    }
}
