package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import io.github.noise2clean.train.TrainingTime;
import java.util.Optional;

/**
 * How a network shall learn, as a dialog has it.
 *
 * @param named a preset, or "none" for the other fields
 * @param network its name, or "auto" for the one that suits the images
 */
record LearningFields(
        String named, String network, Length length, PatchFields patches, double rate) {

    private static final int SMALLEST = 8;

    /**
     * @param epochs 0 for as many as suit
     * @param steps of each epoch; 0 for as many as suit
     */
    record Length(int epochs, int steps) {
        Length {
            Values.requireNotNegative(epochs, "epoch");
            Values.requireNotNegative(steps, "step per epoch");
        }
    }

    /**
     * @param size 0 for one that suits
     * @param batch patches per step; 0 for as many as suit
     */
    record PatchFields(int size, int batch, boolean upright) {

        PatchFields {
            if (size != 0 && size < SMALLEST)
                throw new IllegalArgumentException(
                        "The patch must be at least %d pixels wide, or 0 for automatic, not %d."
                                .formatted(SMALLEST, size));
        }

        Patches over(Patches usual) {
            return new Patches(
                    size == 0 ? usual.size() : size, batch == 0 ? usual.batch() : batch, !upright);
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    Preset preset(Examples examples, InputImages images) {
        String name = Values.text(named).strip();
        if (!name.isEmpty() && !name.equals("none")) return Presets.named(name);
        Preset standard = Presets.standard(images);
        return new Preset(
                standard.origin(),
                architecture(examples, images),
                examples.treatment().noise(),
                new Recipe(
                        Optimisation.standard(rate),
                        patches.over(standard.recipe().patches()),
                        standard.recipe().epochs()),
                Optional.empty());
    }

    Schedule schedule(Preset preset, TrainingSet images) {
        int count = length.epochs > 0 ? length.epochs : preset.recipe().epochs();
        return length.steps > 0
                ? new Schedule(count, length.steps)
                : preset.schedule(images, count);
    }

    /** How long that takes on this machine's processor, of all of an image. */
    TrainingTime time(Preset preset, ImagePlus image) {
        Patches chosen = preset.recipe().patches();
        Graph graph = preset.architecture().graph();
        long plane = (long) image.getWidth() * image.getHeight();
        long patch =
                chosen.areWhole() ? plane : Math.round(Math.pow(chosen.size(), graph.dimensions()));
        long perStep = chosen.batch() * patch;
        int count = length.epochs > 0 ? length.epochs : preset.recipe().epochs();
        Schedule automatic = Schedule.covering(plane * image.getStackSize(), perStep, count);
        long steps = length.steps > 0 ? (long) count * length.steps : automatic.steps();
        return new TrainingTime(graph, perStep, steps, Runtime.getRuntime().availableProcessors());
    }

    private Architecture architecture(Examples examples, InputImages images) {
        String name = Values.text(network).strip();
        return name.equals("auto")
                ? Architectures.suiting(examples.haveBlindSpots(), images)
                : Architectures.named(name, images);
    }
}
