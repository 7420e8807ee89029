package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import java.util.List;
import java.util.Optional;

/**
 * How images are made ready for a network.
 *
 * @param normalization absent for the one that suits the first image
 * @param cut what the network is shown at once
 * @param resizedTo the size that all images are brought to first, where there is one
 * @param match what is done to the clean images of pairs
 */
public record Preparation(
        Optional<Normalization> normalization,
        Cut cut,
        Optional<ImageSize> resizedTo,
        PairMatch match) {

    /** With the clean images of pairs as they are. */
    public Preparation(
            Optional<Normalization> normalization, Cut cut, Optional<ImageSize> resizedTo) {
        this(normalization, cut, resizedTo, PairMatch.AS_GIVEN);
    }

    /** The same with something else done to the clean images of pairs. */
    public Preparation with(PairMatch other) {
        return new Preparation(normalization, cut, resizedTo, other);
    }

    /** The same for stacks whose planes are something else. */
    public Preparation with(AxisChoice axes) {
        return new Preparation(normalization, cut.with(axes), resizedTo, match);
    }

    /** The images in the size that is wanted. */
    List<PlaneStack> resized(List<PlaneStack> images, PlaneCache cache) {
        return resizedTo
                .map(size -> images.stream().map(image -> image.resized(size, cache)).toList())
                .orElse(images);
    }

    /** For images like {@code first}. */
    TrainingImages forImagesLike(PlaneStack first) {
        return new TrainingImages(
                normalization.orElseGet(() -> TrainingImages.standardNormalization(first)), cut);
    }
}
