package io.github.noise2clean.dataset;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.noise.NoiseModel;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A plane or volume that training patches are cut from, in the grey values of its file; its last
 * axis is that of its channels.
 */
public sealed interface TrainingImage
        permits TrainingImage.WithNoise,
                TrainingImage.Pair,
                Repeats,
                NoisyOnly,
                NeighbourPairs,
                WithContext {

    /** What the network should make of the noisy pixels: axes X, Y, CHANNEL or X, Y, Z, CHANNEL. */
    RandomAccessibleInterval<FloatType> target();

    /** Whether the target is without noise, so that an image can be judged by it. */
    boolean hasCleanTarget();

    /** Whether the network is judged only where pixels are hidden from it. */
    default boolean hasBlindSpots() {
        return false;
    }

    /** The planes that the network is shown along with this one. */
    default Optional<PlaneContext> context() {
        return Optional.empty();
    }

    /** The range that PSNR and SSIM refer to. */
    DataRange range();

    /** Each channel's map to normalised values, fitted to noisy pixels as it will be in use. */
    List<IntensityMap> intensities();

    /** The number of spatial axes. */
    default int dimensions() {
        return target().numDimensions() - 1;
    }

    default int channels() {
        return intensities().size();
    }

    /** Of one channel. */
    default long pixels() {
        return Intervals.numElements(target()) / channels();
    }

    /**
     * The noisy pixels, in the grey values of the file; where noise is added, the seed's. With a
     * context, the channels of every plane, one plane after the other.
     */
    RandomAccessibleInterval<FloatType> noisy(long seed);

    /** The part of this image inside {@code region}, with the same intensities. */
    TrainingImage crop(Interval region);

    /** The patch at {@code place}, normalised; {@code random} draws noise where it is synthetic. */
    Patch cut(PatchPlace place, RandomGenerator random);

    /** A clean image to which fresh noise is added at every look. */
    record WithNoise(
            RandomAccessibleInterval<FloatType> clean,
            NoiseModel noise,
            DataRange range,
            List<IntensityMap> intensities)
            implements TrainingImage {

        public WithNoise {
            intensities = Patch.requireOneMapPerChannel(intensities, clean);
        }

        @Override
        public RandomAccessibleInterval<FloatType> target() {
            return clean;
        }

        @Override
        public boolean hasCleanTarget() {
            return true;
        }

        @Override
        public RandomAccessibleInterval<FloatType> noisy(long seed) {
            return new NoisyCopy(noise, seed).noisy(clean, range, seed);
        }

        @Override
        public TrainingImage crop(Interval region) {
            return new WithNoise(Views.interval(clean, region), noise, range, intensities);
        }

        @Override
        public Patch cut(PatchPlace place, RandomGenerator random) {
            float[] target = place.read(clean);
            float[] noisy = target.clone();
            noise.addTo(noisy, range, random);
            return Patch.withClean(noisy, target, intensities);
        }
    }

    /** A noisy and a clean image of the same thing, pixel on pixel. */
    record Pair(
            RandomAccessibleInterval<FloatType> noisy,
            RandomAccessibleInterval<FloatType> clean,
            DataRange range,
            List<IntensityMap> intensities)
            implements TrainingImage {

        public Pair {
            if (!Intervals.equals(noisy, clean))
                throw new IllegalArgumentException(
                        "places differ: "
                                + Intervals.toString(noisy)
                                + ", "
                                + Intervals.toString(clean));
            intensities = Patch.requireOneMapPerChannel(intensities, clean);
        }

        @Override
        public RandomAccessibleInterval<FloatType> target() {
            return clean;
        }

        @Override
        public boolean hasCleanTarget() {
            return true;
        }

        @Override
        public RandomAccessibleInterval<FloatType> noisy(long seed) {
            return noisy;
        }

        @Override
        public TrainingImage crop(Interval region) {
            return new Pair(
                    Views.interval(noisy, region),
                    Views.interval(clean, region),
                    range,
                    intensities);
        }

        @Override
        public Patch cut(PatchPlace place, RandomGenerator random) {
            return Patch.withClean(place.read(noisy), place.read(clean), intensities);
        }
    }
}
