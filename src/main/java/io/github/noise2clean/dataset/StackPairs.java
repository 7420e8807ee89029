package io.github.noise2clean.dataset;

import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import io.github.noise2clean.image.Translation;
import io.github.noise2clean.metric.ImagePair;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Noisy images and the clean ones of the same things, in the same order. */
record StackPairs(List<PlaneStack> noisy, List<PlaneStack> clean) {

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    StackPairs {
        noisy = List.copyOf(noisy);
        clean = List.copyOf(clean);
        if (noisy.size() != clean.size())
            throw new IllegalArgumentException(
                    "There are "
                            + noisy.size()
                            + " noisy images but "
                            + clean.size()
                            + " clean ones: each noisy image needs its clean one.");
    }

    /**
     * With every clean image moved as {@link Alignment} finds, and both cropped to what they share.
     *
     * @throws IllegalArgumentException with a sentence for the user, if sizes differ
     */
    Aligned aligned(PlaneCache cache) {
        List<Translation> moves = each(i -> move(noisy.get(i), clean.get(i)));
        return new Aligned(
                new StackPairs(
                        each(i -> noisy.get(i).covered(moves.get(i), cache)),
                        each(i -> clean.get(i).moved(moves.get(i), cache))),
                moves);
    }

    <T> List<T> each(IntFunction<T> ofPair) {
        return IntStream.range(0, noisy.size()).mapToObj(ofPair).toList();
    }

    private static Translation move(PlaneStack noisy, PlaneStack clean) {
        TrainingImages.requireSameSize(noisy, clean);
        return Alignment.of(new ImagePair(clean.view(), noisy.view()));
    }

    /** What became of the pairs. */
    record Aligned(StackPairs pairs, List<Translation> moves) {

        /**
         * Such as "Moved to lie on their noisy images: 2 of 9 clean ones, by 4.9 pixels at most."
         */
        String note() {
            double most = moves.stream().mapToDouble(Translation::length).max().orElse(0);
            if (most == 0) return "No clean image was moved: no pair is shifted for certain.";
            long moved = moves.stream().filter(move -> move.length() > 0).count();
            return String.format(
                    Locale.ROOT,
                    "Moved to lie on their noisy images: %d of %d clean ones, by %.1f pixels at most.",
                    moved,
                    moves.size(),
                    most);
        }
    }
}
