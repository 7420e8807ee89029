package io.github.noise2clean.command;

import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.util.Optional;

/**
 * How a network shall learn, as a dialog has it.
 *
 * @param named a preset, or "none" for the other fields
 * @param network its name, or "auto" for the one that suits the images
 * @param epochs 0 for as many as suit
 * @param steps of each epoch; 0 for as many as suit
 */
record LearningFields(
        String named, String network, int epochs, int steps, Patches patches, double rate) {

    LearningFields {
        Values.requireNotNegative(epochs, "epoch");
        Values.requireNotNegative(steps, "step per epoch");
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    Preset preset(Examples examples) {
        String name = Values.text(named).strip();
        if (!name.isEmpty() && !name.equals("none")) return Presets.named(name);
        Preset standard = Presets.standard();
        return new Preset(
                standard.origin(),
                architecture(examples),
                examples.treatment().noise(),
                new Recipe(Optimisation.standard(rate), patches, standard.recipe().epochs()),
                Optional.empty());
    }

    Schedule schedule(Preset preset, TrainingSet images) {
        int count = epochs > 0 ? epochs : preset.recipe().epochs();
        return steps > 0 ? new Schedule(count, steps) : preset.schedule(images, count);
    }

    private Architecture architecture(Examples examples) {
        String name = Values.text(network).strip();
        return name.equals("auto")
                ? Architectures.suiting(examples.areNoisyOnly(), InputImages.planes())
                : Architectures.named(name, InputImages.planes());
    }
}
