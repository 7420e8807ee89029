package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.train.Divergence;
import io.github.noise2clean.train.LearningRate;
import io.github.noise2clean.train.Loss;
import io.github.noise2clean.train.TrainingSettings;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a network shall learn. */
final class LearningOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often the network is validated (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Steps per epoch. Default: as many as look at about every pixel once, 50 to"
                            + " 1000.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--patch",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "Pixels along each side of a patch; 0 for whole images, each once an epoch and"
                            + " never turned (default: ${DEFAULT-VALUE}).")
    private int patch;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            description = "Patches per step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            defaultValue = "1e-3",
            description = "The highest (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--rate-course",
            paramLabel = "COURSE",
            defaultValue = "cosine",
            description =
                    "cosine, which rises and falls to 0, or constant (default: ${DEFAULT-VALUE}).")
    private LearningRate.Course rateCourse;

    @Option(
            names = "--weight-decay",
            paramLabel = "W",
            defaultValue = "0",
            description = "Pulls the weights towards 0 (default: ${DEFAULT-VALUE}).")
    private double weightDecay;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            defaultValue = "mse",
            description = "mse, l1 or ssim (default: ${DEFAULT-VALUE}).")
    private Loss loss;

    @Option(
            names = "--divergence-weight",
            paramLabel = "W",
            defaultValue = "1e-4",
            description =
                    "Of the latent code's divergence, for a variational network (default:"
                            + " ${DEFAULT-VALUE}).")
    private double divergenceWeight;

    @Option(
            names = "--divergence-annealing",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description =
                    "The share of the training over which that weight rises from 0 (default:"
                            + " ${DEFAULT-VALUE}).")
    private double divergenceAnnealing;

    @Option(
            names = "--divergence-reduction",
            paramLabel = "R",
            defaultValue = "mean",
            description =
                    "mean over the code's values and the batch, or their sum, which is far"
                            + " stronger (default: ${DEFAULT-VALUE}).")
    private Divergence.Reduction divergenceReduction;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "float32",
            description =
                    "float32 or bfloat16, which is faster on some processors (default:"
                            + " ${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same model (default: ${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user; to be asked before images are
     *     read, which may take long
     */
    void check() {
        settings(new Schedule(epochs, steps.orElse(1)));
    }

    TrainingSettings settings(TrainingSet images) {
        return settings(
                steps.map(chosen -> new Schedule(epochs, chosen))
                        .orElseGet(() -> Schedule.covering(images, patches(), epochs)));
    }

    private TrainingSettings settings(Schedule schedule) {
        return new TrainingSettings(schedule, patches(), optimisation(), seed);
    }

    private Patches patches() {
        return new Patches(patch, batch);
    }

    private Optimisation optimisation() {
        return new Optimisation(
                loss,
                new LearningRate(learningRate, rateCourse),
                weightDecay,
                new Divergence(divergenceWeight, divergenceAnnealing, divergenceReduction),
                precision);
    }
}
