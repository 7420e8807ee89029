package io.github.noise2clean.train;

import io.github.noise2clean.dataset.Cut;
import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.util.Optional;

/**
 * A recipe: all that decides a training but the images.
 *
 * @param origin where it comes from
 * @param noise added to the clean images
 * @param resizedTo what images are resized to first, where they are
 */
public record Preset(
        Origin origin,
        Architecture architecture,
        NoiseModel noise,
        Recipe recipe,
        Optional<ImageSize> resizedTo) {

    /**
     * @param system whose recipe it is, in a sentence
     * @param published what its author reports, for people
     */
    public record Origin(String system, String published) {}

    /** How the network learns, and for how long. */
    public record Recipe(Optimisation optimisation, Patches patches, int epochs) {}

    /** The network's own, such as {@code strided-ae}. */
    public String name() {
        return architecture.name();
    }

    /** Epochs that look at about all of these images each. */
    public Schedule schedule(TrainingSet images, int epochs) {
        return Schedule.covering(images, recipe.patches(), epochs);
    }

    /** Which weights become the model's is left to the images. */
    public TrainingSettings settings(TrainingSet images, Schedule schedule, long seed) {
        return new TrainingSettings(
                schedule,
                recipe.patches(),
                recipe.optimisation(),
                FinalWeights.suiting(images.hasCleanTargets()),
                seed);
    }

    /** How images are made ready for the network. */
    public Preparation preparation() {
        Graph graph = architecture.graph();
        Cut cut =
                new Cut(
                        graph.dimensions(),
                        graph.outputChannels(),
                        architecture.context(),
                        AxisChoice.AUTO);
        return new Preparation(Optional.empty(), cut, resizedTo);
    }
}
