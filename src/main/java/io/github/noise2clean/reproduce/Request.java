package io.github.noise2clean.reproduce;

import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.TrainingSettings;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What shall be reproduced, and where it departs from the author's settings.
 *
 * @param command the line that asks for it, for the report
 */
public record Request(Preset preset, Departures departures, DeviceChoice device, String command) {

    /** The author's, or another in its place. */
    NoiseModel noise() {
        return departures.noise().orElse(preset.noise());
    }

    /** The author's settings but for the departures. */
    TrainingSettings settings(TrainingSet images) {
        int epochs = departures.epochs().orElse(preset.recipe().epochs());
        TrainingSettings authors =
                preset.settings(images, preset.schedule(images, epochs), departures.seed());
        return new TrainingSettings(
                authors.schedule(),
                authors.patches(),
                departures.optimisation().apply(authors.optimisation()),
                authors.weights(),
                authors.seed());
    }

    /**
     * What is done otherwise than by the author, where present.
     *
     * @param epochs of the training
     * @param images to learn from at most, the first of the training images
     * @param noise of the training and of the test images
     * @param optimisation makes of the author's what is done
     */
    public record Departures(
            Optional<Integer> epochs,
            Optional<Integer> images,
            Optional<NoiseModel> noise,
            UnaryOperator<Optimisation> optimisation,
            long seed) {

        public Departures {
            requireAtLeast(1, epochs, "epoch");
            requireAtLeast(2, images, "training images"); // one of them is held out
        }

        private static void requireAtLeast(int least, Optional<Integer> count, String things) {
            if (count.isPresent() && count.get() < least)
                throw new IllegalArgumentException(
                        "There must be at least %d %s, not %d."
                                .formatted(least, things, count.get()));
        }
    }
}
