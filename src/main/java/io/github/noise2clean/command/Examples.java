package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a network shall learn from.
 *
 * @param description without the folders' whole paths, which are private
 */
record Examples(TrainingFiles files, String description) {

    /** Noise as the user gives it, such as "poisson:30+gaussian:2%". */
    record Noise(String text, boolean clip) {

        NoiseModel model() {
            return NoiseModel.parse(text, clip);
        }

        private String after(String clean) {
            return clean + " with " + model();
        }
    }

    /** Clean images in a file or folder. */
    static Examples withNoise(Path clean, Noise noise, Preparation preparation) throws IOException {
        return new Examples(
                TrainingFiles.withNoise(List.of(clean), noise.model(), preparation),
                noise.after(name(clean)));
    }

    /** A clean image that is open. */
    static Examples withNoise(ImagePlus clean, Noise noise, Preparation preparation) {
        return new Examples(
                TrainingFiles.withNoise(clean, noise.model(), preparation),
                noise.after(clean.getTitle()));
    }

    /** Noisy images, and clean ones of the same things, in files or folders. */
    static Examples pairs(Path noisy, Path clean, Preparation preparation) throws IOException {
        return new Examples(
                TrainingFiles.pairs(List.of(noisy), List.of(clean), preparation),
                name(noisy) + " with clean " + name(clean));
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
