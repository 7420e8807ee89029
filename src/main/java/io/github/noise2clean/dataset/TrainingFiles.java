package io.github.noise2clean.dataset;

import ij.ImagePlus;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The images of a training, as they lie in files. They may be larger than the memory: planes are
 * read when patches are cut from them, and a {@link PlaneCache} keeps what fits.
 *
 * @param images one list per file: its planes or volumes
 * @param normalization what they were prepared with
 * @param match what was done to the clean images of pairs
 * @param warnings sentences for the user, of what makes the images bad examples, and of what was
 *     done about it
 */
public record TrainingFiles(
        List<List<TrainingImage>> images,
        Normalization normalization,
        PairMatch match,
        List<String> warnings) {

    private static final double VALIDATION_SHARE = 0.1;

    public TrainingFiles {
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
        if (images.isEmpty()) throw new IllegalArgumentException("There are no training images.");
    }

    private TrainingFiles(List<List<TrainingImage>> images, Normalization normalization) {
        this(images, normalization, PairMatch.AS_GIVEN, List.of());
    }

    /**
     * Clean images to which noise will be added.
     *
     * @param paths files, and folders of files
     * @throws IOException with a sentence for the user, if a file cannot be read
     */
    public static TrainingFiles withNoise(
            List<Path> paths, NoiseModel noise, Preparation preparation) throws IOException {
        return withNoise(paths, noise, preparation, PlaneCache.ofHeap());
    }

    static TrainingFiles withNoise(
            List<Path> paths, NoiseModel noise, Preparation preparation, PlaneCache cache)
            throws IOException {
        return forNoise(opened(paths, preparation, cache), noise, preparation);
    }

    /** One clean image that is open already, to which noise will be added. */
    public static TrainingFiles withNoise(
            ImagePlus clean, NoiseModel noise, Preparation preparation) {
        return forNoise(opened(clean, preparation), noise, preparation);
    }

    /**
     * Noisy and clean images, matched in the order of their names.
     *
     * @throws IllegalArgumentException with a sentence for the user, if they do not match
     */
    public static TrainingFiles pairs(
            List<Path> noisyPaths, List<Path> cleanPaths, Preparation preparation)
            throws IOException {
        return pairs(noisyPaths, cleanPaths, preparation, PlaneCache.ofHeap());
    }

    static TrainingFiles pairs(
            List<Path> noisyPaths, List<Path> cleanPaths, Preparation preparation, PlaneCache cache)
            throws IOException {
        StackPairs given =
                new StackPairs(
                        opened(noisyPaths, preparation, cache),
                        opened(cleanPaths, preparation, cache));
        if (!preparation.match().aligned()) return of(given, List.of(), preparation);
        StackPairs.Aligned aligned = given.aligned(cache);
        return of(aligned.pairs(), List.of(aligned.note()), preparation);
    }

    /**
     * Noisy images of the same things again and again: each file is a stack of one thing, its
     * frames or else its slices; each folder holds images of one thing, or such stacks.
     *
     * @param consecutive whether only neighbours show the same thing, as in a time series
     * @throws IllegalArgumentException with a sentence for the user, if they are no repeats
     */
    public static TrainingFiles repeats(
            List<Path> paths, boolean consecutive, Preparation preparation) throws IOException {
        PlaneCache cache = PlaneCache.ofHeap();
        List<List<PlaneStack>> things = new ArrayList<>();
        for (Path path : paths) {
            List<PlaneStack> images = opened(List.of(path), preparation, cache);
            if (images.stream().allMatch(image -> image.size().planes() == 1)) things.add(images);
            else images.forEach(stack -> things.add(List.of(stack)));
        }
        return of(things, preparation, (cut, thing) -> cut.repeats(thing, consecutive));
    }

    /** A stack of repeats that is open already. */
    public static TrainingFiles repeats(
            ImagePlus stack, boolean consecutive, Preparation preparation) {
        return of(
                List.of(opened(stack, preparation)),
                preparation,
                (cut, thing) -> cut.repeats(thing, consecutive));
    }

    /**
     * Two noisy images of each thing, matched in the order of their names.
     *
     * @throws IllegalArgumentException with a sentence for the user, if they do not match
     */
    public static TrainingFiles repeats(
            List<Path> noisyPaths, List<Path> againPaths, Preparation preparation)
            throws IOException {
        PlaneCache cache = PlaneCache.ofHeap();
        List<PlaneStack> noisy = opened(noisyPaths, preparation, cache);
        List<PlaneStack> again = opened(againPaths, preparation, cache);
        if (noisy.size() != again.size())
            throw new IllegalArgumentException(
                    "There are %d noisy images but %d repeats: each noisy image needs its repeat."
                            .formatted(noisy.size(), again.size()));
        List<List<PlaneStack>> things = new ArrayList<>();
        for (int i = 0; i < noisy.size(); i++) things.add(List.of(noisy.get(i), again.get(i)));
        return of(things, preparation, (cut, thing) -> cut.repeats(thing, false));
    }

    /**
     * Noisy images and nothing else, in files and folders of files.
     *
     * @param treatment whether pixels are hidden, and which, or learned from their neighbours
     * @throws IllegalArgumentException with a sentence for the user, if one is too small for that
     */
    public static TrainingFiles noisyOnly(
            List<Path> paths, Treatment treatment, Preparation preparation) throws IOException {
        return alone(opened(paths, preparation, PlaneCache.ofHeap()), treatment, preparation);
    }

    /** One noisy image that is open already, and nothing else. */
    public static TrainingFiles noisyOnly(
            ImagePlus noisy, Treatment treatment, Preparation preparation) {
        return alone(opened(noisy, preparation), treatment, preparation);
    }

    /** Of noisy images alone, how they are learned from, in words. */
    public String noisyOnly() {
        TrainingImage first = images.get(0).get(0);
        TrainingImage plane = first instanceof WithContext shown ? shown.all() : first;
        return plane instanceof NoisyOnly image ? "mask " + image.blindSpot().line() : "neighbours";
    }

    /** A tenth is kept for validation, but no more than tells enough. */
    public TrainingSet split(long seed) {
        return TrainingSet.split(images, VALIDATION_SHARE, seed);
    }

    private static TrainingFiles of(StackPairs pairs, List<String> notes, Preparation preparation) {
        TrainingImages cut = cut(pairs.noisy(), preparation);
        PairMatch match = preparation.match();
        List<List<TrainingImage>> images =
                pairs.each(
                        i ->
                                cut.pairs(
                                        pairs.noisy().get(i),
                                        pairs.clean().get(i),
                                        match.intensities()));
        List<String> warnings = new ArrayList<>(notes);
        warnings.addAll(PairChecks.of(pairs.noisy(), pairs.clean()).warnings(match));
        return new TrainingFiles(images, cut.normalization(), match, warnings);
    }

    private static TrainingFiles forNoise(
            List<PlaneStack> images, NoiseModel noise, Preparation preparation) {
        TrainingImages cut = cut(images, preparation);
        return new TrainingFiles(
                images.stream().map(clean -> cut.withNoise(clean, noise)).toList(),
                cut.normalization());
    }

    private static TrainingFiles alone(
            List<PlaneStack> images, Treatment treatment, Preparation preparation) {
        return treatment.neighbours()
                ? forNeighbours(images, preparation)
                : forBlindSpots(images, treatment.mask(), preparation);
    }

    private static TrainingFiles forBlindSpots(
            List<PlaneStack> images, Optional<BlindSpot.Line> mask, Preparation preparation) {
        TrainingImages cut = cut(images, preparation);
        MaskChoice choice = MaskChoice.of(images, mask);
        BlindSpot blindSpot = choice.line().blindSpot();
        return new TrainingFiles(
                images.stream().map(noisy -> cut.noisyOnly(noisy, blindSpot)).toList(),
                cut.normalization(),
                PairMatch.AS_GIVEN,
                choice.warning().stream().toList());
    }

    private static TrainingFiles forNeighbours(List<PlaneStack> images, Preparation preparation) {
        TrainingImages cut = cut(images, preparation);
        return new TrainingFiles(
                images.stream().map(cut::neighbours).toList(),
                cut.normalization(),
                PairMatch.AS_GIVEN,
                MaskChoice.noise(images).sharedByNeighbours().stream().toList());
    }

    private static List<PlaneStack> opened(
            List<Path> paths, Preparation preparation, PlaneCache cache) throws IOException {
        return preparation.resized(ImageFiles.openOnDemand(paths, cache), cache);
    }

    private static List<PlaneStack> opened(ImagePlus image, Preparation preparation) {
        PlaneCache cache = PlaneCache.ofHeap();
        return preparation.resized(List.of(PlaneStack.of(image, cache)), cache);
    }

    /** Cuts the images of each thing into what is learned from. */
    private static TrainingFiles of(
            List<List<PlaneStack>> things,
            Preparation preparation,
            BiFunction<TrainingImages, List<PlaneStack>, List<TrainingImage>> cutting) {
        TrainingImages cut = cut(things.stream().flatMap(List::stream).toList(), preparation);
        return new TrainingFiles(
                things.stream().map(thing -> cutting.apply(cut, thing)).toList(),
                cut.normalization());
    }

    private static TrainingImages cut(List<PlaneStack> images, Preparation preparation) {
        if (images.isEmpty()) throw new IllegalArgumentException("There are no training images.");
        return preparation.forImagesLike(images.get(0));
    }
}
