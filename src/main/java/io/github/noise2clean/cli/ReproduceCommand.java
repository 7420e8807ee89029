package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.BenchmarkData;
import io.github.noise2clean.network.LatentCode;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.reproduce.Report;
import io.github.noise2clean.reproduce.ReportFolder;
import io.github.noise2clean.reproduce.Reproduction;
import io.github.noise2clean.reproduce.Reproduction.Outcome;
import io.github.noise2clean.reproduce.Request;
import io.github.noise2clean.reproduce.Request.Departures;
import io.github.noise2clean.reproduce.TestSetScores;
import io.github.noise2clean.train.Divergence;
import io.github.noise2clean.train.LearningRate;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noise2clean reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Trains a published system anew and measures it on the whole test set.",
            "Writes report.md with the author's figure beside ours and PSNR and SSIM beside"
                    + " classical filters, model.zip, the loss curves and a montage of test images."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Ctrl-C stops it and keeps the best weights so far; the same command with --resume goes"
                    + " on.",
            "",
            "Examples:",
            "  noise2clean reproduce strided-ae --data mnist --output strided-ae-mnist",
            "  noise2clean reproduce noise2clean-ae --data mnist --epochs 2 --images 10000 \\",
            "                        --output noise2clean-ae-mnist"
        })
final class ReproduceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private CommandSpec command;

    @Parameters(
            paramLabel = "PRESET",
            completionCandidates = PresetNames.class,
            description = "The system: ${COMPLETION-CANDIDATES}.")
    private Preset preset;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "The folder of the data set's files: MNIST or one in its form, or CIFAR-10"
                            + " (binary), compressed or not.")
    private Path data;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Epochs to train. Default: as many as the author.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Learn from the first N training images. Default: all.")
    private Optional<Integer> images = Optional.empty();

    @Option(
            names = "--noise",
            paramLabel = "NOISE",
            description =
                    "Train and test with this noise, to compare systems with each other, as in"
                            + " gaussian:50%%+clip; train --help lists all. Default: that of the"
                            + " author.")
    private Optional<NoiseModel> noise = Optional.empty();

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "The same seed gives the same model (default: ${DEFAULT-VALUE}). The noise of"
                            + " the test images has a seed of its own.")
    private long seed;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "float32 or bfloat16, which is faster on some processors. Default: that of the"
                            + " preset.")
    private Optional<Precision> precision = Optional.empty();

    @Option(
            names = "--rate-fan-in",
            paramLabel = "N",
            description = LearningOptions.FAN_IN + " Default: no limit.")
    private Optional<Double> rateFanIn = Optional.empty();

    @Option(
            names = "--original-divergence",
            description =
                    "Sum the divergence of the latent code over the batch beside a mean loss, as the"
                            + " first Noise2Clean does; its code then carries little. Default: a"
                            + " weighting that keeps the code in use.")
    private boolean originalDivergence;

    @Option(
            names = "--resume",
            description = "Go on with one that was interrupted, with the same options.")
    private boolean resume;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the report; it is made where it is missing.")
    private Path output;

    /** The systems that can be reproduced. */
    static final class PresetNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Presets.names().iterator();
        }
    }

    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Request request = new Request(preset, departures(), device.choice(), line());
        ReportFolder folder = new ReportFolder(output);
        folder.prepare();
        Reproduction reproduction = new Reproduction(request, BenchmarkData.open(data), folder);
        return terminal.interruption().guard(() -> reproduce(reproduction, folder));
    }

    private Departures departures() {
        if (originalDivergence && LatentCode.of(preset.architecture().graph()).isEmpty())
            throw new ParameterException(
                    command.commandLine(),
                    "--original-divergence is for a variational network: "
                            + preset.name()
                            + " has no latent code.");
        return new Departures(epochs, images, noise, this::over, seed);
    }

    private Optimisation over(Optimisation authors) {
        LearningRate rate = authors.learningRate();
        return new Optimisation(
                authors.loss(),
                new LearningRate(rate.highest(), rate.course(), rateFanIn.orElse(rate.fanIn())),
                authors.weightDecay(),
                originalDivergence ? Divergence.original() : authors.divergence(),
                precision.orElse(authors.precision()));
    }

    private int reproduce(Reproduction reproduction, ReportFolder folder) throws IOException {
        TrainingNotes notes = new TrainingNotes(terminal, folder.model());
        if (!resume) notes.noteReplacedCheckpoint();
        Outcome outcome = run(reproduction);
        if (outcome.report().isEmpty()) {
            notes.noteInterruption(outcome.model().card());
            return Faults.INTERRUPTED;
        }
        print(outcome.report().get());
        terminal.out().println("saved " + folder.report());
        return ExitCode.OK;
    }

    private Outcome run(Reproduction reproduction) throws IOException {
        try (ReproductionProgress progress = new ReproductionProgress(terminal)) {
            return resume ? reproduction.resume(progress) : reproduction.start(progress);
        }
    }

    private void print(Report report) {
        for (TestSetScores.Row row : report.scores().rows())
            terminal.out().println(Texts.score(row.method(), row.score()));
        terminal.out().println("author    " + report.published());
        terminal.out().println("this run  " + report.figures());
    }

    /** The command as it was given, with quotation marks where there are spaces. */
    private String line() {
        return command.root().commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.contains(" ") ? '"' + word + '"' : word)
                .collect(Collectors.joining(" ", command.root().name() + " ", ""));
    }
}
