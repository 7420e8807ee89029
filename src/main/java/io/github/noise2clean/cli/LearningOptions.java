package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.train.Divergence;
import io.github.noise2clean.train.FinalWeights;
import io.github.noise2clean.train.LearningRate;
import io.github.noise2clean.train.Loss;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.TrainingSettings;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a network shall learn; what is not given is left to a preset. */
final class LearningOptions {

    /** What a limit of the fan-in is good for, for the help of every command that takes it. */
    static final String FAN_IN =
            "A fully connected layer of more inputs takes smaller steps, in proportion: with 512,"
                    + " noise2clean-ae and noise2clean-vae learn from the first epoch on.";

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often the network is validated (default: 20).")
    private Optional<Integer> epochs = Optional.empty();

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
            description =
                    "Pixels along each side of a patch; 0 for whole images, each once an epoch and"
                            + " never turned (default: 64).")
    private Optional<Integer> patch = Optional.empty();

    @Option(
            names = "--upright",
            description =
                    "Never turn or mirror patches, so that the network may learn what has a"
                            + " direction: the lines of a scanning microscope, or a drift between"
                            + " the noisy and the clean images.")
    private boolean upright;

    @Option(names = "--batch", paramLabel = "N", description = "Patches per step (default: 16).")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "The highest (default: 1e-3).")
    private Optional<Double> learningRate = Optional.empty();

    @Option(
            names = "--rate-course",
            paramLabel = "COURSE",
            description = "cosine, which rises and falls to 0, or constant (default: cosine).")
    private Optional<LearningRate.Course> rateCourse = Optional.empty();

    @Option(names = "--rate-fan-in", paramLabel = "N", description = FAN_IN + " Default: no limit.")
    private Optional<Double> rateFanIn = Optional.empty();

    @Option(
            names = "--weight-decay",
            paramLabel = "W",
            description = "Pulls the weights towards 0 (default: 0).")
    private Optional<Double> weightDecay = Optional.empty();

    @Option(names = "--loss", paramLabel = "LOSS", description = "mse, l1 or ssim (default: mse).")
    private Optional<Loss> loss = Optional.empty();

    @Option(
            names = "--divergence-weight",
            paramLabel = "W",
            description =
                    "Of the latent code's divergence, for a variational network (default: 1e-4).")
    private Optional<Double> divergenceWeight = Optional.empty();

    @Option(
            names = "--divergence-annealing",
            paramLabel = "SHARE",
            description =
                    "The share of the training over which that weight rises from 0 (default: 0.3).")
    private Optional<Double> divergenceAnnealing = Optional.empty();

    @Option(
            names = "--divergence-reduction",
            paramLabel = "R",
            description =
                    "mean over the code's values and the batch, or their sum, which is far"
                            + " stronger (default: mean).")
    private Optional<Divergence.Reduction> divergenceReduction = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "W",
            description =
                    "Which weights become the model's: best (of the epoch with the lowest validation"
                            + " loss), last or averaged (over about the last twentieth of the"
                            + " steps). Default: best where the targets are clean; averaged where"
                            + " they are noisy, since a loss against noise tells no best.")
    private Optional<FinalWeights> weights = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "float32 or bfloat16, which is faster on some processors (default: float32).")
    private Optional<Precision> precision = Optional.empty();

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
     * These settings in place of the preset's, where they are given.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    Recipe over(Recipe preset) {
        Recipe recipe =
                new Recipe(
                        over(preset.optimisation()),
                        new Patches(
                                patch.orElse(preset.patches().size()),
                                batch.orElse(preset.patches().batch()),
                                !upright && turned(preset.patches())),
                        epochs.orElse(preset.epochs()));
        new Schedule(recipe.epochs(), steps.orElse(1)); // refused before images are read
        return recipe;
    }

    /** Whole images never are; where the preset has those and patches are asked for, they are. */
    private boolean turned(Patches preset) {
        return patch.map(size -> size > 0).orElse(preset.turned());
    }

    TrainingSettings settings(Preset preset, TrainingSet images) {
        int count = preset.recipe().epochs();
        TrainingSettings usual =
                preset.settings(
                        images,
                        steps.map(chosen -> new Schedule(count, chosen))
                                .orElseGet(() -> preset.schedule(images, count)),
                        seed);
        return new TrainingSettings(
                usual.schedule(),
                usual.patches(),
                usual.optimisation(),
                weights.orElse(usual.weights()),
                seed);
    }

    private Optimisation over(Optimisation preset) {
        return new Optimisation(
                loss.orElse(preset.loss()),
                new LearningRate(
                        learningRate.orElse(preset.learningRate().highest()),
                        rateCourse.orElse(preset.learningRate().course()),
                        rateFanIn.orElse(preset.learningRate().fanIn())),
                weightDecay.orElse(preset.weightDecay()),
                over(preset.divergence()),
                precision.orElse(preset.precision()));
    }

    private Divergence over(Divergence preset) {
        return new Divergence(
                divergenceWeight.orElse(preset.weight()),
                divergenceAnnealing.orElse(preset.annealing()),
                divergenceReduction.orElse(preset.reduction()));
    }
}
