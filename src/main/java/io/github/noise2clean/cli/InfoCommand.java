package io.github.noise2clean.cli;

import io.github.noise2clean.cuda.FetchChoice;
import io.github.noise2clean.engine.EngineReport;
import io.github.noise2clean.library.InstalledModels;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noise2clean info}. */
@Command(
        name = "info",
        description = "Tells what is in a model, or what this machine offers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean info model.zip",
            "  noise2clean info --device",
            "  noise2clean info --device --fetch cuda",
        })
final class InfoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;

    @Spec private CommandSpec command;

    @Option(
            names = "--device",
            description = {
                "Tell about this machine, Java and PyTorch, and test whether PyTorch computes what it"
                        + " should: exit status 1 if it does not."
            })
    private boolean device;

    @Option(
            names = "--fetch",
            paramLabel = "WHAT",
            description = {
                "With --device: size tells how large PyTorch's natives for NVIDIA GPUs are and whether"
                        + " the driver would take them; cuda downloads them first, some gigabytes, and"
                        + " goes on with what an interrupted download has left."
            })
    private FetchChoice fetch = FetchChoice.NOTHING;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME_OR_FILE",
            description =
                    "The model to tell about: one that 'models' lists by its name, or a file.")
    private Optional<String> model = Optional.empty();

    InfoCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        if (device == model.isPresent())
            throw new ParameterException(command.commandLine(), "Give either a model or --device.");
        if (device) return report();
        if (fetch != FetchChoice.NOTHING)
            throw new ParameterException(command.commandLine(), "--fetch goes with --device.");
        terminal.out().println(models.about(model.orElseThrow()));
        return ExitCode.OK;
    }

    private int report() throws Exception {
        try {
            terminal.interruption().guard(this::fetched).ifPresent(terminal.out()::println);
        } catch (CancellationException e) {
            terminal.err().println("Interrupted: what has arrived is kept for the next time.");
            return Faults.INTERRUPTED;
        }
        EngineReport report = EngineReport.now();
        terminal.out().println(report.text());
        return report.allWell() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Optional<String> fetched() throws IOException {
        try (FetchingProgress progress = new FetchingProgress(terminal)) {
            return fetch.carryOut(progress);
        }
    }
}
