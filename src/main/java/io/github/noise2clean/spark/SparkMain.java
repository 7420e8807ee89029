package io.github.noise2clean.spark;

import io.github.noise2clean.blocks.DenoisedZarr;
import io.github.noise2clean.blocks.JobListener;
import io.github.noise2clean.blocks.ZarrDenoising;
import io.github.noise2clean.cli.CommandLines;
import io.github.noise2clean.cli.DenoiseZarrCommand;
import io.github.noise2clean.cli.Interruption;
import io.github.noise2clean.cli.Terminal;
import io.github.noise2clean.cli.Version;
import io.github.noise2clean.library.InstalledModels;
import java.io.IOException;
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
        List<Object> commands =
                List.of(
                        new DenoiseZarrCommand(terminal, models, this::denoise),
                        new DenoiseFilesCommand(terminal, models));
        return CommandLines.of(this, commands, terminal);
    }

    private DenoisedZarr denoise(ZarrDenoising job, JobListener listener) throws IOException {
        try (Cluster cluster = Cluster.open()) {
            cluster.ship(job.model());
            DenoisedZarr denoised =
                    job.run(cluster.runner(terminal.interruption()::isRequested), listener);
            cluster.summary().forEach(terminal.err()::println);
            return denoised;
        }
    }
}
