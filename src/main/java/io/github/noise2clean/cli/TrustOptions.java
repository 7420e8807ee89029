package io.github.noise2clean.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether, and where, to tell how far denoised images are to be trusted. */
final class TrustOptions {

    @Option(
            names = "--trust",
            description =
                    "Print for each image and channel what speaks for and against the result, with"
                            + " a sentence for what looks wrong.")
    private boolean printed;

    @Option(
            names = "--trust-csv",
            paramLabel = "FILE",
            description = "Write the same of all images as a table.")
    private Optional<Path> csv = Optional.empty();

    TrustLog log(Terminal terminal) {
        return new TrustLog(terminal, printed, csv);
    }
}
