package io.github.noise2clean.cli;

import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.FileSearch;
import io.github.noise2clean.batch.NamePattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files to go through, and where to write what is made of them. */
public final class BatchOptions {

    @Option(
            names = "--recursive",
            description =
                    "Of folders: search the folders within too. Results go into folders of the same"
                            + " names.")
    private boolean recursive;

    @Option(
            names = "--pattern",
            paramLabel = "GLOB",
            description =
                    "Of folders: take the files with such names, as '*_ch1.tif' or '*.{tif,png}', in"
                            + " place of all images.")
    private Optional<NamePattern> pattern = Optional.empty();

    @Option(
            names = "--suffix",
            paramLabel = "TEXT",
            defaultValue = "",
            parameterConsumer = AnyWord.class,
            description =
                    "What to add to the names of results in a folder, as in -denoised. Files whose"
                            + " names end so are not taken from folders.")
    private String suffix;

    @Option(
            names = "--skip-done",
            description = "Leave out images whose result is there, and not older than they are.")
    private boolean skipDone;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "Add a row for each image to a table (CSV): file, outcome, seconds, message.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE_OR_DIR",
            description =
                    "A .tif or .png file, or a folder, which is given a .tif for each input. A"
                            + " folder is made where there are several inputs.")
    private Path output;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Noisy images: files, and folders of files.")
    private List<Path> inputs;

    public BatchFiles files() throws IOException {
        FileSearch search = new FileSearch(recursive, pattern, suffix);
        BatchFiles files = BatchFiles.of(inputs, search, output);
        return skipDone ? files.withoutDone() : files;
    }

    public BatchLog log() throws IOException {
        return BatchLog.of(log);
    }
}
