package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.ExampleFiles;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.Preset;
import java.io.IOException;
import java.util.Locale;

/** What a network shall learn from: files, or an image that is open. */
sealed interface Examples {

    Treatment treatment();

    Way way();

    /** The images, made ready for a preset, with its noise where noise is added. */
    Read read(Preset preset) throws IOException;

    /**
     * @param description without the folders' whole paths, which are private
     */
    record Read(TrainingFiles files, String description) {}

    static Examples of(ExampleFiles files, Treatment treatment) {
        return new Files(files, treatment);
    }

    /**
     * @param kind clean, noisy or repeats
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Examples open(ImagePlus image, String kind, Treatment treatment) {
        return new Open(image, way(Values.text(kind).strip().toLowerCase(Locale.ROOT)), treatment);
    }

    private static Way way(String kind) {
        return switch (kind) {
            case "clean" -> Way.NOISE;
            case "noisy" -> Way.NOISY_ONLY;
            case "repeats" -> Way.REPEATS;
            default ->
                    throw new IllegalArgumentException(
                            "Unknown kind of image '"
                                    + kind
                                    + "': choose clean, noisy or repeats.");
        };
    }

    default boolean areNoisyOnly() {
        return way() == Way.NOISY_ONLY;
    }

    /** As wanted, but with the noise of a preset. */
    private static Treatment with(NoiseModel noise, Treatment treatment) {
        return new Treatment(noise, treatment.consecutive(), treatment.mask());
    }

    /** Files and folders of files. */
    record Files(ExampleFiles files, Treatment treatment) implements Examples {

        @Override
        public Way way() {
            return files.way();
        }

        @Override
        public Read read(Preset preset) throws IOException {
            Treatment chosen = with(preset.noise(), treatment);
            return new Read(files.read(chosen, preset.preparation()), files.description(chosen));
        }
    }

    /** An open image. */
    record Open(ImagePlus image, Way way, Treatment treatment) implements Examples {

        @Override
        public Read read(Preset preset) {
            Preparation preparation = preset.preparation();
            String title = image.getTitle();
            return switch (way) {
                case NOISE ->
                        new Read(
                                TrainingFiles.withNoise(image, preset.noise(), preparation),
                                title + " with " + preset.noise());
                case REPEATS ->
                        new Read(
                                TrainingFiles.repeats(image, treatment.consecutive(), preparation),
                                "repeats " + title);
                case NOISY_ONLY ->
                        new Read(
                                TrainingFiles.noisyOnly(
                                        image, treatment.mask().blindSpot(), preparation),
                                title + " alone, mask " + treatment.mask());
                case PAIRS -> throw new IllegalStateException("one image is no pair");
            };
        }
    }
}
