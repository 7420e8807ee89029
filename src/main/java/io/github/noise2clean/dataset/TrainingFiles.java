package io.github.noise2clean.dataset;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a training, as they lie in files. They may be larger than the memory: planes are
 * read when patches are cut from them, and a {@link PlaneCache} keeps what fits.
 *
 * @param images one list per file: its planes or volumes
 * @param normalization what they were prepared with
 */
public record TrainingFiles(List<List<TrainingImage>> images, Normalization normalization) {

    private static final double VALIDATION_SHARE = 0.1;

    public TrainingFiles {
        images = List.copyOf(images);
        if (images.isEmpty()) throw new IllegalArgumentException("There are no training images.");
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
        List<PlaneStack> images = ImageFiles.openOnDemand(paths, cache);
        return forNoise(preparation.resized(images, cache), noise, preparation);
    }

    /** One clean image that is open already, to which noise will be added. */
    public static TrainingFiles withNoise(
            ImagePlus clean, NoiseModel noise, Preparation preparation) {
        PlaneCache cache = PlaneCache.ofHeap();
        List<PlaneStack> images = List.of(PlaneStack.of(clean, cache));
        return forNoise(preparation.resized(images, cache), noise, preparation);
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
        List<PlaneStack> noisy =
                preparation.resized(ImageFiles.openOnDemand(noisyPaths, cache), cache);
        List<PlaneStack> clean =
                preparation.resized(ImageFiles.openOnDemand(cleanPaths, cache), cache);
        if (noisy.size() != clean.size())
            throw new IllegalArgumentException(
                    "There are "
                            + noisy.size()
                            + " noisy images but "
                            + clean.size()
                            + " clean ones: each noisy image needs its clean one.");
        TrainingImages cut = cut(noisy, preparation);
        List<List<TrainingImage>> images = new ArrayList<>();
        for (int i = 0; i < noisy.size(); i++) images.add(cut.pairs(noisy.get(i), clean.get(i)));
        return new TrainingFiles(images, cut.normalization());
    }

    /** A tenth is kept for validation, but no more than tells enough. */
    public TrainingSet split(long seed) {
        return TrainingSet.split(images, VALIDATION_SHARE, seed);
    }

    private static TrainingFiles forNoise(
            List<PlaneStack> images, NoiseModel noise, Preparation preparation) {
        TrainingImages cut = cut(images, preparation);
        return new TrainingFiles(
                images.stream().map(clean -> cut.withNoise(clean, noise)).toList(),
                cut.normalization());
    }

    private static TrainingImages cut(List<PlaneStack> images, Preparation preparation) {
        if (images.isEmpty()) throw new IllegalArgumentException("There are no training images.");
        return preparation.forImagesLike(images.get(0));
    }
}
