package io.github.noise2clean.spark;

import io.github.noise2clean.cli.CommandLines;
import io.github.noise2clean.cli.Interruption;
import io.github.noise2clean.cli.Terminal;
import io.github.noise2clean.cli.Version;
import io.github.noise2clean.library.InstalledModels;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code noise2clean-spark}, which spark-submit starts. */
@Command(
        name = "noise2clean-spark",
        description = "Denoises large data on the executors of Apache Spark.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Options for Spark stand before the command:",
            "  noise2clean-spark --master spark://HOST:7077 --executor-memory 4g denoise-zarr --help"
        })
public final class SparkMain {

    private final Terminal terminal;
    private final InstalledModels models;

    /**
     * @param models that are at hand by their names
     */
    SparkMain(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.listen();
        Terminal terminal = Terminal.ofSystem(interruption);
        int status = new SparkMain(terminal, InstalledModels.found()).commandLine().execute(args);
        System.exit(status); // PyTorch and ImageJ leave threads behind
    }

    /** All commands with their options. */
    CommandLine commandLine() {
        return CommandLines.of(this, List.of(new DenoiseFilesCommand(terminal, models)), terminal);
    }
}
