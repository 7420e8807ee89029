package io.github.noise2clean.foreign;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A function of one value; as text, what it does. */
sealed interface PixelMap extends Serializable {

    /** Changes nothing. */
    PixelMap IDENTITY = new Linear(1, 0);

    float apply(float value);

    /** What undoes it, as far as it can be undone. */
    default PixelMap inverse() {
        return IDENTITY;
    }

    /** One after the other. */
    record Chain(List<PixelMap> maps) implements PixelMap {

        public Chain {
            maps = List.copyOf(maps);
        }

        @Override
        public float apply(float value) {
            float result = value;
            for (PixelMap map : maps) result = map.apply(result);
            return result;
        }

        @Override
        public PixelMap inverse() {
            List<PixelMap> inverses = new ArrayList<>();
            for (PixelMap map : maps) inverses.add(0, map.inverse());
            return new Chain(inverses);
        }

        @Override
        public String toString() {
            return maps.stream().map(PixelMap::toString).collect(Collectors.joining(", "));
        }
    }

    /** {@code gain * value + offset}. */
    record Linear(double gain, double offset) implements PixelMap {

        public Linear {
            if (!Double.isFinite(gain) || !Double.isFinite(offset) || gain == 0)
                throw new IllegalArgumentException("gain " + gain + ", offset " + offset);
        }

        @Override
        public float apply(float value) {
            return (float) (gain * value + offset);
        }

        @Override
        public PixelMap inverse() {
            return new Linear(1 / gain, -offset / gain);
        }

        @Override
        public String toString() {
            return "* " + gain + " + " + offset;
        }
    }

    /** The nearest value within the limits. */
    record Clip(double min, double max) implements PixelMap {

        public Clip {
            if (!(min <= max)) throw new IllegalArgumentException("clip to " + min + ", " + max);
        }

        @Override
        public float apply(float value) {
            return (float) Math.max(min, Math.min(max, value));
        }

        @Override
        public String toString() {
            return "clip to " + min + " .. " + max;
        }
    }

    /** {@code 1 / (1 + exp(-value))}. */
    record Sigmoid() implements PixelMap {

        @Override
        public float apply(float value) {
            return (float) (1 / (1 + Math.exp(-value)));
        }

        @Override
        public String toString() {
            return "sigmoid";
        }
    }
}
