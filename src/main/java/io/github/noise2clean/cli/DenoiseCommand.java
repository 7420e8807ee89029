package io.github.noise2clean.cli;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.denoise.Uncertainty;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noise2clean denoise}. */
@Command(
        name = "denoise",
        description =
                "Denoises images of any size with a trained model, or with a network that is trained"
                        + " on the image itself. Without --model or --zero-shot, it chooses.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean denoise --output denoised.tif noisy.tif",
            "  noise2clean denoise --model model.zip --output denoised.tif noisy.tif",
            "  noise2clean denoise --model model.zip --output denoised-folder *.tif",
            "  noise2clean denoise --zero-shot --output denoised.tif noisy.tif",
            "  noise2clean denoise --model model.zip --uncertainty spread --output sure.tif noisy.tif"
        })
final class DenoiseCommand implements Callable<Integer> {

    private static final int STANDARD_COUNT = 16;

    private final Terminal terminal;

    @Spec private CommandSpec command;

    @Mixin private final NetworkOptions network;

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
            names = "--uncertainty",
            paramLabel = "U",
            defaultValue = "none",
            description =
                    "average: the mean over the eight turns and mirrors of the image. spread: also"
                            + " their standard deviation. samples: mean, standard deviation and"
                            + " samples of a variational network. The latter two write 32-bit images"
                            + " with these as channels (default: ${DEFAULT-VALUE}).")
    private Uncertainty uncertainty;

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "With --uncertainty samples: how many, up to 10000 (default: "
                            + STANDARD_COUNT
                            + ").")
    private Optional<Integer> count = Optional.empty();

    @Mixin private final TrustOptions trust = new TrustOptions();

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

    /**
     * @param models that are at hand by their names
     */
    DenoiseCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.network = new NetworkOptions(models);
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
        TrustLog log = trust.log(terminal);
        try {
            for (OutputFile file : files) allDone &= denoise(file, denoising, log);
        } catch (CancellationException e) {
            terminal.err().println("Interrupted: the image under way was not written.");
            return Faults.INTERRUPTED;
        }
        log.save();
        return allDone ? ExitCode.OK : ExitCode.USAGE;
    }

    /** A fault of one file is told, so that the others can go on. */
    private boolean denoise(OutputFile file, NetworkOptions.Denoising denoising, TrustLog log)
            throws IOException {
        Outcome outcome;
        try (DenoisingProgress progress = new DenoisingProgress(terminal, file.input())) {
            ImagePlus noisy = ImageFiles.open(file.input());
            ImageFiles.requireSavable(likeResult(noisy), file.output());
            outcome = denoising.denoise(noisy, progress);
            ImageFiles.save(outcome.image(), file.output());
        } catch (IOException | RuntimeException e) {
            if (!Faults.isOfUser(e)) throw e;
            terminal.err().println(Faults.sentence(e));
            return false;
        }
        terminal.out().println("saved " + file.output());
        log.add(file.input(), outcome::trustReport);
        return true;
    }

    private DenoisingSettings settings() {
        return new DenoisingSettings(device, tile, asFloat, estimate(), network.axes());
    }

    private Estimate estimate() {
        if (count.isPresent() && uncertainty != Uncertainty.SAMPLES)
            throw mistake("--count goes with --uncertainty samples only.");
        if (sampleSeed.isPresent() && uncertainty != Uncertainty.NONE)
            throw mistake("Give either --sample or --uncertainty.");
        if (sampleSeed.isPresent()) return new Estimate.Sample(sampleSeed.get());
        return uncertainty.estimate(count.orElse(STANDARD_COUNT), network.seed());
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    /** An image of the result's type, before there is one. */
    private ImagePlus likeResult(ImagePlus noisy) {
        return asFloat || !estimate().maps().isEmpty()
                ? new ImagePlus(noisy.getTitle(), new FloatProcessor(1, 1))
                : noisy;
    }
}
