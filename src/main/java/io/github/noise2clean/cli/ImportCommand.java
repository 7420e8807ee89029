package io.github.noise2clean.cli;

import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ModelImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean import}. */
@Command(
        name = "import",
        description = {
            "Makes a model one of your own, which --model takes by its name.",
            "It is run once before: on its test image, where it has one, and refused if it does not"
                    + " make of that what its makers say."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean import unet.zip --name nuclei",
            "  noise2clean import dncnn.onnx --axes bcyx --normalization fixed:0,255",
            "  noise2clean import net.pt --trust --normalization mean-std --multiple 16"
        })
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A package of bioimage.io (a .zip or a folder) with ONNX or TorchScript weights;"
                            + " a bare .onnx or .pt file; or a model file of this program.")
    private Path path;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it: a-z, 0-9, - and _ (default: made of its own name).")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--trust",
            description =
                    "Run TorchScript. It is a program that can do anything on this computer: say so"
                            + " only if you trust those who made it. ONNX needs no trust.")
    private boolean trust;

    @Mixin private final BareOptions bare = new BareOptions();

    /**
     * @param models to which the model is added
     */
    ImportCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        ModelImport.Imported imported =
                new ModelImport(models, name, trust).of(path, bare.settings());
        imported.notes().forEach(terminal.out()::println);
        terminal.out().println("imported " + imported.name());
        return ExitCode.OK;
    }
}
