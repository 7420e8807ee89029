package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a network shall learn from; what there is decides how it learns.
 *
 * @param clean clean images: files, and folders of files
 * @param noisy noisy images; with clean ones or repeats, of the same things
 * @param repeats noisy images of the same things again and again, or, with noisy ones, once more
 */
public record ExampleFiles(List<Path> clean, List<Path> noisy, List<Path> repeats) {

    private static final int NAMED = 3;

    /** How a network learns. */
    public enum Way {
        /** Noise is added to clean images. */
        NOISE,
        /** Of noisy images and clean ones of the same things. */
        PAIRS,
        /** Of noisy images of the same things (Noise2Noise). */
        REPEATS,
        /** Of hidden pixels of noisy images (Noise2Void), or their neighbours. */
        NOISY_ONLY
    }

    /**
     * What is done to the images.
     *
     * @param noise added to clean images where there are no others
     * @param consecutive whether of repeats only neighbours show the same thing
     * @param mask along which axis the noise of noisy images is correlated; absent for what is
     *     measured
     * @param neighbours whether of noisy images alone pixels are learned from their neighbours
     *     (Neighbor2Neighbor) and none are hidden
     * @param axes what the planes of a stack are
     */
    public record Treatment(
            NoiseModel noise,
            boolean consecutive,
            Optional<BlindSpot.Line> mask,
            boolean neighbours,
            AxisChoice axes) {

        /**
         * @throws IllegalArgumentException with a sentence for the user
         */
        public Treatment {
            if (neighbours && mask.isPresent())
                throw new IllegalArgumentException(
                        "Learning from neighbours hides no pixels: give no mask.");
        }

        /** The same with another noise. */
        public Treatment with(NoiseModel other) {
            return new Treatment(other, consecutive, mask, neighbours, axes);
        }

        /** What the images are, in words, where they are not taken as they say. */
        public String described(String images) {
            return axes == AxisChoice.AUTO ? images : images + ", axes " + axes;
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public ExampleFiles {
        clean = List.copyOf(clean);
        noisy = List.copyOf(noisy);
        repeats = List.copyOf(repeats);
        if (clean.isEmpty() && noisy.isEmpty() && repeats.isEmpty())
            throw new IllegalArgumentException(
                    "There is nothing to learn from: give clean images, noisy images or repeats.");
        if (!clean.isEmpty() && !repeats.isEmpty())
            throw new IllegalArgumentException("Give either clean images or repeats, not both.");
    }

    /**
     * The first of the files.
     *
     * @throws IOException with a sentence, when there is none
     */
    public Path first() throws IOException {
        List<Path> all = Stream.of(clean, noisy, repeats).flatMap(List::stream).toList();
        return ImageFiles.list(all.get(0)).get(0);
    }

    public Way way() {
        if (!clean.isEmpty()) return noisy.isEmpty() ? Way.NOISE : Way.PAIRS;
        return repeats.isEmpty() ? Way.NOISY_ONLY : Way.REPEATS;
    }

    /**
     * @throws IOException with a sentence for the user, if a file cannot be read
     */
    public TrainingFiles read(Treatment treatment, Preparation usual) throws IOException {
        Preparation preparation = usual.with(treatment.axes());
        return switch (way()) {
            case NOISE -> TrainingFiles.withNoise(clean, treatment.noise(), preparation);
            case PAIRS -> TrainingFiles.pairs(noisy, clean, preparation);
            case REPEATS ->
                    noisy.isEmpty()
                            ? TrainingFiles.repeats(repeats, treatment.consecutive(), preparation)
                            : TrainingFiles.repeats(noisy, repeats, preparation);
            case NOISY_ONLY -> TrainingFiles.noisyOnly(noisy, treatment, preparation);
        };
    }

    /**
     * Where the images come from, without the folders' whole paths, which are private.
     *
     * @param read what was read
     */
    public String description(Treatment treatment, TrainingFiles read) {
        return treatment.described(description(treatment.noise(), read));
    }

    private String description(NoiseModel noise, TrainingFiles read) {
        return switch (way()) {
            case NOISE -> names(clean) + " with " + noise;
            case PAIRS -> read.match().described(names(noisy) + " with clean " + names(clean));
            case REPEATS ->
                    noisy.isEmpty()
                            ? "repeats " + names(repeats)
                            : names(noisy) + " with repeats " + names(repeats);
            case NOISY_ONLY -> names(noisy) + " alone, " + read.noisyOnly();
        };
    }

    private static String names(List<Path> paths) {
        String first =
                paths.stream()
                        .limit(NAMED)
                        .map(path -> path.toAbsolutePath().normalize().getFileName())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int others = paths.size() - NAMED;
        return others > 0 ? first + " and " + others + " more" : first;
    }
}
