package io.github.noise2clean.train;

import io.github.noise2clean.network.Architecture;
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
        Optional<Size> resizedTo) {

    /**
     * @param system whose recipe it is, in a sentence
     * @param published what its author reports, for people
     */
    public record Origin(String system, String published) {}

    /**
     * How the network learns: from whole images, each once an epoch.
     *
     * @param batch images per step
     */
    public record Recipe(Optimisation optimisation, int batch, int epochs) {}

    /** In pixels. */
    public record Size(int width, int height) {}

    /** The network's own, such as {@code strided-ae}. */
    public String name() {
        return architecture.name();
    }

    /** The recipe's settings for so many training images. */
    public TrainingSettings settings(int images, int epochs, long seed) {
        Patches whole = Patches.whole(recipe.batch());
        return new TrainingSettings(
                new Schedule(epochs, whole.stepsOver(images)), whole, recipe.optimisation(), seed);
    }
}
