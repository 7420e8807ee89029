package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.dataset.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is made of each channel of a noisy image: one denoised channel, or several that say how sure
 * it is. Those of a channel follow each other, before those of the next.
 *
 * <p>Standard deviations have the divisor n - 1.
 */
public sealed interface Estimate {

    /** What the network makes of the image, of the mean of its latent code if it has one. */
    Estimate PLAIN = new Plain();

    String MEAN = "mean";
    String DEVIATION = "standard deviation";

    /** The names of the 32-bit channels that each one becomes; none where it becomes one. */
    default List<String> maps() {
        return List.of();
    }

    /** The ways in which the network is shown the image, one after the other. */
    default List<Orientation> orientations() {
        return List.of(Orientation.UPRIGHT);
    }

    /** Of the samples of the latent code; one that is empty stands for the code's mean. */
    default List<OptionalLong> seeds() {
        return List.of(OptionalLong.empty());
    }

    /** Whether what several passes make of a piece must be in memory at once. */
    default boolean hasSeveralPasses() {
        return orientations().size() * seeds().size() > 1 || !maps().isEmpty();
    }

    /** The seed that the user has given, where samples are drawn. */
    default OptionalLong givenSeed() {
        return OptionalLong.empty();
    }

    /** Whether only a variational network can make it. */
    default boolean isSampled() {
        return givenSeed().isPresent();
    }

    /** Such as "plain" or "samples". */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@link #PLAIN}. */
    record Plain() implements Estimate {}

    /** What the decoder makes of one sample of the latent code; it depends on the tiles. */
    record Sample(long seed) implements Estimate {

        @Override
        public List<OptionalLong> seeds() {
            return List.of(givenSeed());
        }

        @Override
        public OptionalLong givenSeed() {
            return OptionalLong.of(seed);
        }
    }

    /** The mean over the eight turns and mirrors of X and Y, in the input's type. */
    record Average() implements Estimate {

        @Override
        public List<Orientation> orientations() {
            return Orientation.ofPlanes();
        }
    }

    /** That mean, and the standard deviation over the eight. */
    record Spread() implements Estimate {

        @Override
        public List<String> maps() {
            return List.of(MEAN, DEVIATION);
        }

        @Override
        public List<Orientation> orientations() {
            return Orientation.ofPlanes();
        }
    }

    /**
     * Mean and standard deviation of samples of the latent code, and the samples.
     *
     * @param count 1 to 10,000
     * @param seed of all samples; a sample depends on it and on its number, not on the count
     */
    record Samples(int count, long seed) implements Estimate {

        private static final int MOST = 10_000;

        public Samples {
            requireCount(count);
        }

        static void requireCount(int count) {
            if (count < 1 || count > MOST)
                throw new IllegalArgumentException(
                        "The number of samples must be from 1 to " + MOST + ", not " + count + ".");
        }

        @Override
        public List<String> maps() {
            Stream<String> samples =
                    IntStream.rangeClosed(1, count).mapToObj(number -> "sample " + number);
            return Stream.concat(Stream.of(MEAN, DEVIATION), samples).toList();
        }

        @Override
        public List<OptionalLong> seeds() {
            return IntStream.range(0, count)
                    .mapToObj(number -> OptionalLong.of(Seeds.mixed(seed, number)))
                    .toList();
        }

        @Override
        public OptionalLong givenSeed() {
            return OptionalLong.of(seed);
        }
    }
}
