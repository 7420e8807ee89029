package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noise2clean train}. */
@Command(
        name = "train",
        description = "Trains a network to turn noisy images into clean ones.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "noise2clean train --clean PATH... [--noise NOISE] --output MODEL.zip [OPTIONS]",
            "       noise2clean train --noisy PATH... --clean PATH... --output MODEL.zip [OPTIONS]",
            "       noise2clean train --repeats PATH... [--consecutive] --output MODEL.zip [OPTIONS]",
            "       noise2clean train --noisy PATH... [--mask AXIS] --output MODEL.zip [OPTIONS]"
        },
        footer = {
            "",
            "Ctrl-C stops the training and keeps the best weights so far; the same command with"
                    + " --resume goes on.",
            "",
            "Examples:",
            "  noise2clean train --clean photos --noise gaussian:10%% --output model.zip",
            "  noise2clean train --clean photos --noise auto --noise-from noisy --output mine.zip",
            "  noise2clean train --noisy short --clean long --epochs 50 --output model.zip",
            "  noise2clean train --repeats field1 --output model.zip",
            "  noise2clean train --noisy scans --mask x --output model.zip",
            "  noise2clean train --preset strided-ae --clean train-images-idx3-ubyte.gz \\",
            "                    --output strided-ae.zip"
        })
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private ExampleOptions examples;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            completionCandidates = ReproduceCommand.PresetNames.class,
            description =
                    "The network, noise and settings of a system, which the other options change:"
                            + " ${COMPLETION-CANDIDATES}. The defaults below are those without a"
                            + " preset.")
    private Optional<Preset> preset = Optional.empty();

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = {
                "Network (default: resblock-ae; for noisy images alone blindspot-ae): resblock-ae,"
                        + " resblock-vae, blindspot-ae; for images of 28 x 28"
                        + " pixels noise2clean-ae, noise2clean-vae, vanilla-ae, strided-ae, strided-vae; for"
                        + " any size pooling-ae; for colour cifar-ae."
            })
    private Optional<String> network = Optional.empty();

    @Mixin private InputOptions input;

    @Mixin private LearningOptions learning;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The model's name for people. Default: that of its file.")
    private Optional<String> name = Optional.empty();

    @Mixin private AboutOptions about;

    @Option(
            names = "--resume",
            description = "Go on with a training that was interrupted, with the same options.")
    private boolean resume;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "MODEL.zip",
            description = "The file of the trained model.")
    private Path output;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Preset chosen = chosen();
        About said = about.about();
        AtomicFiles.requireWritable(output);
        TrainingFiles files = examples.read(chosen);
        files.warnings().forEach(terminal.err()::println);
        TrainingSet images = files.split(learning.seed());
        TrainingPlan plan =
                new TrainingPlan(
                        name.orElseGet(this::nameOfFile),
                        examples.description(chosen, files),
                        chosen.architecture(),
                        files.normalization(),
                        learning.settings(chosen, images),
                        device.choice(),
                        said);
        TrainingJob job = new TrainingJob(plan, images, output);
        return terminal.interruption().guard(() -> train(job));
    }

    /** The preset, changed by the other options. */
    private Preset chosen() throws IOException {
        InputImages images = input.images(examples);
        Preset base = preset.orElseGet(() -> Presets.standard(images));
        return new Preset(
                base.origin(),
                architecture(images),
                examples.over(base.noise()),
                learning.over(base.recipe()),
                base.resizedTo());
    }

    private Architecture architecture(InputImages images) {
        if (network.isPresent()) return Architectures.named(network.get(), images);
        if (preset.isEmpty()) return examples.suitingNetwork(images);
        return input.areUsual()
                ? preset.get().architecture()
                : Architectures.named(preset.get().name(), images);
    }

    private int train(TrainingJob job) throws IOException {
        TrainingNotes notes = new TrainingNotes(terminal, output);
        if (!resume) notes.noteReplacedCheckpoint();
        TrainingJob.Result result = run(job);
        result.model().card().codeUse().map(CodeUse::sentence).ifPresent(terminal.err()::println);
        if (result.finished()) terminal.out().println("saved " + output);
        else notes.noteInterruption(result.model().card());
        return result.finished() ? ExitCode.OK : Faults.INTERRUPTED;
    }

    private TrainingJob.Result run(TrainingJob job) throws IOException {
        Interruption interruption = terminal.interruption();
        try (TrainingProgress progress = new TrainingProgress(terminal)) {
            return resume
                    ? job.resume(progress, interruption::isRequested)
                    : job.start(progress, interruption::isRequested);
        }
    }

    private String nameOfFile() {
        return output.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }
}
