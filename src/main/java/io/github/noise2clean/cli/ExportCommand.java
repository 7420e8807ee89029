package io.github.noise2clean.cli;

import io.github.noise2clean.exchange.ExportFormat;
import io.github.noise2clean.exchange.PackageOptions;
import io.github.noise2clean.exchange.RdfVersion;
import io.github.noise2clean.library.InstalledModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean export}. */
@Command(
        name = "export",
        description = {
            "Writes a model for other programs: as a package of bioimage.io, or the network alone.",
            "With that, they must normalise images as 'info' tells, and give it sizes that it takes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean export fluorescence --format bioimageio --output package.zip",
            "  noise2clean export model.zip --format onnx --output model.onnx",
            "  noise2clean export model.zip --format torchscript --fold --output model.pt"
        })
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;

    @Parameters(
            paramLabel = "NAME_OR_FILE",
            description = "The model: one that 'models' lists by its name, or a file.")
    private String model;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description =
                    "bioimageio, a package that this program opens too; onnx; or torchscript for"
                            + " PyTorch.")
    private ExportFormat format;

    @Option(
            names = "--rdf",
            paramLabel = "V",
            description =
                    "With --format bioimageio: the version of the description, 0.5 (default), or 0.4"
                            + " for older programs.")
    private Optional<RdfVersion> rdf = Optional.empty();

    @Option(
            names = "--torchscript-only",
            description =
                    "With --format bioimageio: without the weights as ONNX, at half the size.")
    private boolean torchScriptOnly;

    @Option(
            names = "--fold",
            description = "Make batch normalisations part of the convolutions before them.")
    private boolean fold;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The .zip, .onnx or .pt file to write.")
    private Path output;

    ExportCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        requirePackage();
        format.write(models.openTrained(model, "be exported"), options(), output);
        terminal.out().println("saved " + output);
        return ExitCode.OK;
    }

    private PackageOptions options() {
        return new PackageOptions(rdf.orElse(RdfVersion.CURRENT), !torchScriptOnly, fold);
    }

    private void requirePackage() {
        if (format != ExportFormat.BIOIMAGEIO && (rdf.isPresent() || torchScriptOnly))
            throw new IllegalArgumentException(
                    "--rdf and --torchscript-only go with --format bioimageio only.");
    }
}
