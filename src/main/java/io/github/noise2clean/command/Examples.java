package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.train.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a network shall learn from.
 *
 * @param description without the folders' whole paths, which are private
 */
record Examples(TrainingFiles files, String description) {

    /** Clean images in a file or folder. */
    static Examples withNoise(Path clean, Preset preset) throws IOException {
        return new Examples(
                TrainingFiles.withNoise(List.of(clean), preset.noise(), preset.preparation()),
                name(clean) + " with " + preset.noise());
    }

    /** A clean image that is open. */
    static Examples withNoise(ImagePlus clean, Preset preset) {
        return new Examples(
                TrainingFiles.withNoise(clean, preset.noise(), preset.preparation()),
                clean.getTitle() + " with " + preset.noise());
    }

    /** Noisy images, and clean ones of the same things, in files or folders. */
    static Examples pairs(Path noisy, Path clean, Preset preset) throws IOException {
        return new Examples(
                TrainingFiles.pairs(List.of(noisy), List.of(clean), preset.preparation()),
                name(noisy) + " with clean " + name(clean));
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
