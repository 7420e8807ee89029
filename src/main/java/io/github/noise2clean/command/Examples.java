package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.BlindSpot;
import io.github.noise2clean.dataset.ExampleFiles;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import io.github.noise2clean.dataset.PairMatch;
import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.image.SliceDistance;
import io.github.noise2clean.live.PreviewImages;
import io.github.noise2clean.noise.AutomaticNoise;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.Preset;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What a network shall learn from: files, or an image that is open. */
sealed interface Examples {

    Treatment treatment();

    Way way();

    /** How far apart slices are, in pixel widths, as the first image is calibrated. */
    double sliceDistance() throws IOException;

    /** The images, made ready for a preset, with its noise where noise is added. */
    Read read(Preset preset) throws IOException;

    /**
     * @param description without the folders' whole paths, which are private
     * @param open the image, if it is an open one
     */
    record Read(TrainingFiles files, String description, Optional<ImagePlus> open) {

        /**
         * What can be looked at during the training: all of an open image, or else what was kept
         * apart.
         */
        PreviewImages previews(TrainingSet split) {
            return open.map(image -> PreviewImages.of(image, files.images().get(0)))
                    .orElseGet(() -> PreviewImages.heldOut(split));
        }
    }

    static Examples of(ExampleFiles files, Treatment treatment, PairMatch match) {
        return new Files(files, treatment, match);
    }

    /**
     * @param kind clean, noisy or repeats
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Examples open(ImagePlus image, String kind, Treatment treatment) {
        return new Open(image, way(Values.text(kind).strip().toLowerCase(Locale.ROOT)), treatment);
    }

    /**
     * The text of a noise, with what is found in an open image in place of auto.
     *
     * @param open the image, if there is one
     * @param notes told what was found
     */
    static String noise(String text, ImagePlus open, boolean cleanFiles, Consumer<String> notes) {
        if (!AutomaticNoise.isIn(text)) return text;
        String sentence =
                "Noise auto is that of the open image: open a noisy one, and give the clean images"
                        + " as a file or folder.";
        if (!cleanFiles) throw new IllegalArgumentException(sentence);
        PlaneStack noisy = PlaneStack.of(Values.image(open, sentence), PlaneCache.ofHeap());
        String found = AutomaticNoise.resolve(text, List.of(noisy));
        notes.accept("Found in " + noisy.title() + ": " + found);
        return found;
    }

    /** The mask of that name; none for auto, which is measured. */
    static Optional<BlindSpot.Line> mask(String text) {
        String named = Values.text(text).strip();
        return named.equals("auto") ? Optional.empty() : Optional.of(BlindSpot.Line.parse(named));
    }

    /** The kind of an open image that is learned from in that way. */
    static String kind(Way way) {
        return switch (way) {
            case NOISE -> "clean";
            case NOISY_ONLY -> "noisy";
            case REPEATS -> "repeats";
            case PAIRS -> throw new IllegalArgumentException("one image is no pair");
        };
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

    /** Whether pixels are hidden from the network. */
    default boolean haveBlindSpots() {
        return way() == Way.NOISY_ONLY && !treatment().neighbours();
    }

    /** As wanted, but with the noise of a preset. */
    private static Treatment with(NoiseModel noise, Treatment treatment) {
        return treatment.with(noise);
    }

    /** Files and folders of files. */
    record Files(ExampleFiles files, Treatment treatment, PairMatch match) implements Examples {

        @Override
        public Way way() {
            return files.way();
        }

        @Override
        public double sliceDistance() throws IOException {
            return SliceDistance.of(files.first());
        }

        @Override
        public Read read(Preset preset) throws IOException {
            Treatment chosen = with(preset.noise(), treatment);
            TrainingFiles read = files.read(chosen, preset.preparation().with(match));
            return new Read(read, files.description(chosen, read), Optional.empty());
        }
    }

    /** An open image. */
    record Open(ImagePlus image, Way way, Treatment treatment) implements Examples {

        @Override
        public double sliceDistance() {
            return SliceDistance.of(image);
        }

        @Override
        public Read read(Preset preset) {
            TrainingFiles read = files(preset);
            return new Read(read, description(preset, read), Optional.of(image));
        }

        private TrainingFiles files(Preset preset) {
            Preparation preparation = preset.preparation().with(treatment.axes());
            return switch (way) {
                case NOISE -> TrainingFiles.withNoise(image, preset.noise(), preparation);
                case REPEATS -> TrainingFiles.repeats(image, treatment.consecutive(), preparation);
                case NOISY_ONLY -> TrainingFiles.noisyOnly(image, treatment, preparation);
                case PAIRS -> throw new IllegalStateException("one image is no pair");
            };
        }

        private String description(Preset preset, TrainingFiles read) {
            String title = image.getTitle();
            return treatment.described(
                    switch (way) {
                        case NOISE -> title + " with " + preset.noise();
                        case REPEATS -> "repeats " + title;
                        case NOISY_ONLY -> title + " alone, " + read.noisyOnly();
                        case PAIRS -> throw new IllegalStateException("one image is no pair");
                    });
        }
    }
}
