package io.github.noise2clean.cli;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noise2clean denoise}. */
@Command(
        name = "denoise",
        description =
                "Denoises images of any size with a trained model, or with a network that is trained"
                        + " on the image itself.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean denoise --model model.zip --output denoised.tif noisy.tif",
            "  noise2clean denoise --model model.zip --output denoised-folder *.tif",
            "  noise2clean denoise --zero-shot --output denoised.tif noisy.tif"
        })
final class DenoiseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto, cpu, gpu or mps (default: ${DEFAULT-VALUE}).")
    private DeviceChoice device;

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pixels along each side of a tile; 0 for as many as the memory allows (default:"
                            + " ${DEFAULT-VALUE}). The result is the same.")
    private int tile;

    @Option(
            names = "--float",
            description = "Write 32-bit images instead of ones of the input's type.")
    private boolean asFloat;

    @Option(
            names = "--sample",
            paramLabel = "SEED",
            description =
                    "Of a variational network: decode a sample of the latent code, drawn with this"
                            + " seed, instead of its mean.")
    private Optional<Long> sampleSeed = Optional.empty();

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

    DenoiseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.interruption().guard(() -> network.with(settings(), this::denoiseAll));
    }

    private int denoiseAll(NetworkOptions.Denoising denoising) throws IOException {
        InputFiles found = InputFiles.among(inputs);
        found.faults().forEach(terminal.err()::println);
        List<OutputFile> files = OutputFile.all(found, output);
        boolean allDone = found.faults().isEmpty() && !files.isEmpty();
        try {
            for (OutputFile file : files) allDone &= denoise(file, denoising);
        } catch (CancellationException e) {
            terminal.err().println("Interrupted: the image under way was not written.");
            return Faults.INTERRUPTED;
        }
        return allDone ? ExitCode.OK : ExitCode.USAGE;
    }

    /** A fault of one file is told, so that the others can go on. */
    private boolean denoise(OutputFile file, NetworkOptions.Denoising denoising)
            throws IOException {
        try (DenoisingProgress progress = new DenoisingProgress(terminal, file.input())) {
            ImagePlus noisy = ImageFiles.open(file.input());
            ImageFiles.requireSavable(noisy, file.output());
            ImageFiles.save(denoising.denoise(noisy, progress), file.output());
        } catch (IOException | RuntimeException e) {
            if (!Faults.isOfUser(e)) throw e;
            terminal.err().println(Faults.sentence(e));
            return false;
        }
        terminal.out().println("saved " + file.output());
        return true;
    }

    private DenoisingSettings settings() {
        return new DenoisingSettings(
                device,
                tile,
                asFloat,
                sampleSeed.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
