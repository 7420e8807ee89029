package io.github.noise2clean.cli;

import io.github.noise2clean.batch.Batch;
import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.Uncertainty;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.tensor.PrecisionChoice;
import io.github.noise2clean.zeroshot.Denoising;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  noise2clean denoise --recursive --skip-done --log log.csv --output denoised noisy",
            "  noise2clean denoise --zero-shot --output denoised.tif noisy.tif",
            "  noise2clean denoise --model model.zip --uncertainty spread --output sure.tif noisy.tif"
        })
final class DenoiseCommand implements Callable<Integer> {

    private static final int STANDARD_COUNT = 16;

    private final Terminal terminal;

    @Spec private CommandSpec command;

    @Mixin private final NetworkOptions network;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pixels along each side of a tile; 0 for as many as the memory allows (default:"
                            + " ${DEFAULT-VALUE}). The result is the same.")
    private int tile;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "auto",
            description =
                    "auto: on a GPU in float16, if that makes nearly the same of the first tile."
                            + " float32: always in float32 (default: ${DEFAULT-VALUE}).")
    private PrecisionChoice precision;

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

    @Mixin private final BatchOptions batch = new BatchOptions();

    /**
     * @param models that are at hand by their names
     */
    DenoiseCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.network = new NetworkOptions(models);
    }

    @Override
    public Integer call() throws Exception {
        return terminal.interruption().guard(this::denoiseAll);
    }

    private int denoiseAll() throws IOException {
        DenoisingSettings settings = settings();
        TrustLog trusted = trust.log(terminal);
        try (Denoising denoising = network.open(settings);
                BatchLog log = batch.log()) {
            BatchFiles files = batch.files();
            BatchLines lines = new BatchLines(terminal, trusted, files.count() > 1);
            BatchSummary summary = new Batch(denoising, settings).run(files, log, lines);
            trusted.save();
            lines.end(summary);
            return Faults.status(summary);
        }
    }

    private DenoisingSettings settings() {
        return new DenoisingSettings(
                device.choice(), tile, asFloat, estimate(), network.axes(), precision);
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
}
