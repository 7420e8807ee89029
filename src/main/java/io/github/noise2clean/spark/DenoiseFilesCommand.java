package io.github.noise2clean.spark;

import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.cli.BatchOptions;
import io.github.noise2clean.cli.DeviceOption;
import io.github.noise2clean.cli.Faults;
import io.github.noise2clean.cli.Terminal;
import io.github.noise2clean.cli.Version;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.PortableModel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noise2clean-spark denoise}. */
@Command(
        name = "denoise",
        description =
                "Denoises many image files with a trained model, one task a file. The executors"
                        + " must find files and folders in the same places as this process.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DenoiseFilesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME_OR_FILE",
            description =
                    "The trained model: one by its name, or a file, which is copied to the"
                            + " executors.")
    private String model;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pixels along each side of a tile; 0 for as many as the memory allows (default:"
                            + " ${DEFAULT-VALUE}).")
    private int tile;

    @Option(
            names = "--float",
            description = "Write 32-bit images instead of ones of the input's type.")
    private boolean asFloat;

    @Mixin private final BatchOptions batch = new BatchOptions();

    /**
     * @param models that are at hand by their names
     */
    DenoiseFilesCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.interruption().guard(this::denoise);
    }

    private int denoise() throws IOException {
        PortableModel portable = PortableModel.of(models, model, models.open(model));
        KeptDenoising network = new KeptDenoising(portable, device.choice(), tile, asFloat);
        BatchFiles files = batch.files();
        try (Cluster cluster = Cluster.open();
                BatchLog log = batch.log()) {
            cluster.ship(portable);
            FileCourse course = new FileCourse(files, log, terminal);
            course.tellSettled();
            run(cluster, new FileWork(network), files, course);
            return end(course.summary(), cluster.summary());
        }
    }

    private void run(Cluster cluster, FileWork work, BatchFiles files, FileCourse course)
            throws IOException {
        List<FileTask> tasks = files.files().stream().map(FileTask::of).toList();
        try {
            cluster.runner(terminal.interruption()::isRequested).run(tasks, work, course::done);
        } catch (FailedTasks e) {
            course.failed(e);
        } catch (CancellationException e) { // the summary tells what is left
        }
    }

    private int end(BatchSummary summary, List<String> executors) {
        executors.forEach(terminal.err()::println);
        terminal.err().println(summary.sentence());
        return Faults.status(summary);
    }
}
