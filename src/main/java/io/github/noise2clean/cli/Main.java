package io.github.noise2clean.cli;

import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.OutOfMemory;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program {@code noise2clean}. */
@Command(
        name = "noise2clean",
        description = "Trains and runs deep image denoisers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  noise2clean train --clean photos --noise gaussian:10%% --output model.zip",
            "  noise2clean denoise --model model.zip --output denoised.tif noisy.tif",
            "",
            "'noise2clean COMMAND --help' tells more of each command.",
            "Exit status: 0 done, 1 a fault, 2 wrong input, 130 interrupted."
        })
public final class Main {

    private final Terminal terminal;
    private final InstalledModels models;

    /**
     * @param models that are at hand by their names
     */
    Main(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Interruption interruption = new Interruption();
        interruption.listen();
        Main main = new Main(Terminal.ofSystem(interruption), InstalledModels.found());
        int status = main.run(args);
        System.exit(status); // ImageJ's filters leave threads behind that would keep it running
    }

    /** Runs one command and returns its exit status. */
    int run(String... args) {
        try {
            return commandLine().execute(args);
        } catch (OutOfMemoryError e) {
            terminal.err().println(OutOfMemory.of(e).getMessage());
            return ExitCode.USAGE;
        }
    }

    /** All commands with their options. */
    CommandLine commandLine() {
        return CommandLines.of(this, commands(), terminal);
    }

    private List<Object> commands() {
        return List.of(
                new TrainCommand(terminal),
                new ReproduceCommand(terminal),
                new DenoiseCommand(terminal, models),
                DenoiseZarrCommand.here(terminal, models),
                new GenerateCommand(terminal, models),
                new SsimCommand(terminal),
                new NoiseCommand(terminal),
                new EstimateNoiseCommand(terminal),
                new CompareCommand(terminal),
                new CheckUncertaintyCommand(terminal),
                new ModelsCommand(terminal, models),
                new ImportCommand(terminal, models),
                new ExportCommand(terminal, models),
                new InfoCommand(terminal, models),
                new BenchmarkCommand(terminal));
    }
}
