package io.github.noise2clean.dataset;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.noise.NoiseModel;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** A plane or volume that training patches are cut from, in the grey values of its file. */
public sealed interface TrainingImage {

    RandomAccessibleInterval<FloatType> clean();

    /** The range that PSNR and SSIM refer to. */
    DataRange range();

    /** The map to normalised values, fitted to the noisy pixels as it will be in use. */
    IntensityMap intensities();

    /** The part of this image inside {@code region}, with the same intensities. */
    TrainingImage crop(Interval region);

    /** The patch at {@code place}, normalised; {@code random} draws noise where it is synthetic. */
    Patch cut(PatchPlace place, RandomGenerator random);

    /** Normalised noisy and clean pixels of one patch, x fastest. */
    record Patch(float[] noisy, float[] clean) {

        static Patch normalized(float[] noisy, float[] clean, IntensityMap intensities) {
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = intensities.normalize(noisy[i]);
                clean[i] = intensities.normalize(clean[i]);
            }
            return new Patch(noisy, clean);
        }
    }

    /** A clean image to which fresh noise is added at every look. */
    record WithNoise(
            RandomAccessibleInterval<FloatType> clean,
            NoiseModel noise,
            DataRange range,
            IntensityMap intensities)
            implements TrainingImage {

        @Override
        public TrainingImage crop(Interval region) {
            return new WithNoise(Views.interval(clean, region), noise, range, intensities);
        }

        @Override
        public Patch cut(PatchPlace place, RandomGenerator random) {
            float[] target = place.read(clean);
            float[] noisy = target.clone();
            noise.addTo(noisy, range, random);
            return Patch.normalized(noisy, target, intensities);
        }
    }

    /** A noisy and a clean image of the same thing, pixel on pixel. */
    record Pair(
            RandomAccessibleInterval<FloatType> noisy,
            RandomAccessibleInterval<FloatType> clean,
            DataRange range,
            IntensityMap intensities)
            implements TrainingImage {

        public Pair {
            if (!Intervals.equals(noisy, clean))
                throw new IllegalArgumentException(
                        "places differ: "
                                + Intervals.toString(noisy)
                                + ", "
                                + Intervals.toString(clean));
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
            return Patch.normalized(place.read(noisy), place.read(clean), intensities);
        }
    }
}
