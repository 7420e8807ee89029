package io.github.noise2clean.foreign;

import io.github.noise2clean.image.LinearMap;
import io.github.noise2clean.image.Normalization;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** A step of what is done to an image before a network, or to what the network makes. */
sealed interface Step {

    /** What the step does to one channel of these values. */
    PixelMap fit(Pixels values, int channel);

    /** Whether it depends on the values that it is given. */
    default boolean isFitted() {
        return false;
    }

    /**
     * {@code gain * value + offset}.
     *
     * @param gains of each channel, or one of all
     * @param offsets of each channel, or one of all
     */
    record ScaleLinear(List<Double> gains, List<Double> offsets) implements Step {

        public ScaleLinear {
            gains = List.copyOf(gains);
            offsets = List.copyOf(offsets);
            for (double gain : gains) new PixelMap.Linear(gain, 0);
            for (double offset : offsets) new PixelMap.Linear(1, offset);
        }

        @Override
        public PixelMap fit(Pixels values, int channel) {
            return new PixelMap.Linear(of(gains, channel), of(offsets, channel));
        }

        /** As bioimage.io calls it. */
        @Override
        public String toString() {
            return "scale_linear, gain " + gains + ", offset " + offsets;
        }

        /**
         * @throws IllegalArgumentException if there are numbers for another count of channels
         */
        void require(int channels) {
            for (List<Double> numbers : List.of(gains, offsets))
                if (numbers.size() != 1 && numbers.size() != channels)
                    throw new IllegalArgumentException(
                            "it scales %d channels of %d".formatted(numbers.size(), channels));
        }

        private static double of(List<Double> numbers, int channel) {
            return numbers.get(numbers.size() == 1 ? 0 : channel);
        }
    }

    /**
     * Mean 0 and standard deviation 1.
     *
     * @param together of all channels
     * @param eps is added to the deviation
     */
    record Standardize(boolean together, double eps) implements Step {

        public Standardize {
            requireSmall(eps);
        }

        @Override
        public PixelMap fit(Pixels values, int channel) {
            return fitted(new Normalization.MeanStd(), values.seen(channel, together), eps);
        }

        /** As bioimage.io calls it. */
        @Override
        public String toString() {
            return "zero_mean_unit_variance" + (together ? " of all channels" : "");
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    /**
     * Two percentiles become 0 and 1.
     *
     * @param together of all channels
     * @param eps is added to their difference
     */
    record ScaleRange(Normalization.Percentile percentiles, boolean together, double eps)
            implements Step {

        public ScaleRange {
            requireSmall(eps);
        }

        @Override
        public PixelMap fit(Pixels values, int channel) {
            return fitted(percentiles, values.seen(channel, together), eps);
        }

        /** As bioimage.io calls it. */
        @Override
        public String toString() {
            return "scale_range, " + percentiles + (together ? " of all channels" : "");
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    /** {@link PixelMap.Clip}. */
    record Clip(double min, double max) implements Step {

        public Clip {
            new PixelMap.Clip(min, max);
        }

        @Override
        public PixelMap fit(Pixels values, int channel) {
            return new PixelMap.Clip(min, max);
        }

        /** As bioimage.io calls it. */
        @Override
        public String toString() {
            return "clip, " + min + " to " + max;
        }
    }

    /** {@link PixelMap.Sigmoid}. */
    record Sigmoid() implements Step {

        @Override
        public PixelMap fit(Pixels values, int channel) {
            return new PixelMap.Sigmoid();
        }

        /** As bioimage.io calls it. */
        @Override
        public String toString() {
            return "sigmoid";
        }
    }

    private static PixelMap fitted(
            Normalization rule, RandomAccessibleInterval<FloatType> values, double eps) {
        LinearMap map = (LinearMap) rule.fit(values);
        double scale = map.scale() + eps;
        return new PixelMap.Linear(1 / scale, -map.offset() / scale);
    }

    private static void requireSmall(double eps) {
        if (!(eps >= 0 && eps <= 0.1))
            throw new IllegalArgumentException("eps is " + eps + ", not from 0 to 0.1");
    }
}
