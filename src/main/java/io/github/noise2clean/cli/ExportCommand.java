package io.github.noise2clean.cli;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.ExportFormat;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean export}. */
@Command(
        name = "export",
        description = {
            "Writes the network of a model for other programs.",
            "They must normalise images as 'info' tells, and give it sizes that it takes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean export model.zip --format onnx --output model.onnx",
            "  noise2clean export model.zip --format torchscript --fold --output model.pt"
        })
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "NAME_OR_FILE",
            description = "The model: a bundled one by its name, or a file.")
    private String model;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "onnx, or torchscript for PyTorch.")
    private ExportFormat format;

    @Option(
            names = "--fold",
            description = "Make batch normalisations part of the convolutions before them.")
    private boolean fold;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The .onnx or .pt file to write.")
    private Path output;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireExtension();
        TrainedModel trained = ModelLibrary.BUNDLED.open(model);
        byte[] exported = format.write(trained, fold);
        AtomicFiles.write(output, file -> Files.write(file, exported));
        terminal.out().println("saved " + output);
        return ExitCode.OK;
    }

    /** So that no model file is overwritten with what this program cannot open. */
    private void requireExtension() {
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(format.extension()))
            throw new IllegalArgumentException(
                    "The file %s must end with %s.".formatted(output, format.extension()));
    }
}
