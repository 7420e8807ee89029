package io.github.noise2clean.image;

import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A rule that finds for given pixels the map to the values a network likes, about 0 to 1.
 *
 * <p>NaN and infinite pixels are ignored. Constant pixels give a linear map the scale 1.
 */
public sealed interface Normalization {

    /** With a tenth more on either side, for noise. */
    DataRange ZERO_TO_ONE = new DataRange(-0.1, 1.1);

    /** The map for these pixels, usually all planes of one channel. */
    IntensityMap fit(RandomAccessibleInterval<FloatType> pixels);

    /** The map, where it is the same for all pixels. */
    default Optional<IntensityMap> common() {
        return Optional.empty();
    }

    /** About what the values come to be, with a margin, where the rule itself tells it. */
    default Optional<DataRange> usualRange() {
        return Optional.empty();
    }

    /**
     * Reads what {@code toString} wrote: "fixed:0,255", "percentile:0.1,99.9", "mean-std",
     * "anscombe:2,100,5" or "anscombe:auto".
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Normalization parse(String text) {
        return NormalizationText.parse(text);
    }

    /** The same grey values {@code low} and {@code high} become 0 and 1 in every image. */
    record Fixed(double low, double high) implements Normalization {
        public Fixed {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < high))
                throw new IllegalArgumentException("fixed range " + low + " to " + high);
        }

        @Override
        public IntensityMap fit(RandomAccessibleInterval<FloatType> pixels) {
            return IntensityMap.linear(low, high - low);
        }

        @Override
        public Optional<IntensityMap> common() {
            return Optional.of(IntensityMap.linear(low, high - low));
        }

        @Override
        public Optional<DataRange> usualRange() {
            return Optional.of(ZERO_TO_ONE);
        }

        @Override
        public String toString() {
            return NormalizationText.of("fixed", low, high);
        }
    }

    /**
     * Two percentiles, 0 to 100, become 0 and 1.
     *
     * <p>Computed like numpy's with linear interpolation, of all pixels up to a million, of
     * regularly spaced ones beyond. Where both fall on one value, the whole range of the pixels
     * counts.
     */
    record Percentile(double low, double high) implements Normalization {
        public Percentile {
            if (!(low >= 0 && low < high && high <= 100))
                throw new IllegalArgumentException("percentiles " + low + " and " + high);
        }

        @Override
        public IntensityMap fit(RandomAccessibleInterval<FloatType> pixels) {
            return fit(SortedSample.of(pixels)::percentile);
        }

        /**
         * The map for pixels of which no more is known.
         *
         * @param percentiles of the pixels for 0 to 100
         */
        public IntensityMap fit(DoubleUnaryOperator percentiles) {
            double bottom = percentiles.applyAsDouble(low);
            double span = percentiles.applyAsDouble(high) - bottom;
            double range = percentiles.applyAsDouble(100) - percentiles.applyAsDouble(0);
            return IntensityMap.linear(bottom, span > 0 ? span : range > 0 ? range : 1);
        }

        @Override
        public Optional<DataRange> usualRange() {
            return Optional.of(ZERO_TO_ONE);
        }

        @Override
        public String toString() {
            return NormalizationText.of("percentile", low, high);
        }
    }

    /** The mean becomes 0 and the standard deviation (of the population) 1. */
    record MeanStd() implements Normalization {

        @Override
        public IntensityMap fit(RandomAccessibleInterval<FloatType> pixels) {
            return fit(Moments.of(pixels));
        }

        /** The map for pixels of which no more is known. */
        public IntensityMap fit(Moments moments) {
            double deviation = moments.standardDeviation();
            return IntensityMap.linear(moments.mean(), deviation > 0 ? deviation : 1);
        }

        @Override
        public String toString() {
            return "mean-std";
        }
    }

    /** The noise of one camera and setting becomes the same at every brightness. */
    record Anscombe(Camera camera) implements Normalization {

        @Override
        public IntensityMap fit(RandomAccessibleInterval<FloatType> pixels) {
            return new StabilizingMap(camera);
        }

        @Override
        public Optional<IntensityMap> common() {
            return Optional.of(new StabilizingMap(camera));
        }

        @Override
        public String toString() {
            return "anscombe:" + camera;
        }
    }

    /**
     * The same with the camera found in the pixels, so that a model serves every camera, gain and
     * exposure. Pixels that do not tell it are refused with the sentence of {@link CameraEstimate}.
     */
    record FoundAnscombe() implements Normalization {

        @Override
        public IntensityMap fit(RandomAccessibleInterval<FloatType> pixels) {
            return new StabilizingMap(CameraEstimate.of(List.of(pixels)).camera());
        }

        @Override
        public String toString() {
            return "anscombe:auto";
        }
    }
}
