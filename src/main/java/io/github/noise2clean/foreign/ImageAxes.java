package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import java.util.List;

/**
 * Which images a network takes: batch, channels, then space.
 *
 * @param inputs channels that it is shown
 * @param outputs channels that it makes
 * @param reaches along each axis of space, slowest first
 * @param haloKnown whether its makers say how far it sees; otherwise a generous halo was chosen
 */
record ImageAxes(int inputs, int outputs, List<AxisReach> reaches, boolean haloKnown) {

    private static final int MOST_CHANNELS = 64;
    private static final int LARGEST_STEP = 1024;
    private static final int LARGEST_HALO = 1024;
    private static final long MOST_VALUES = 1L << 27;

    /**
     * @throws IllegalArgumentException with the reason, if no image has such axes
     */
    ImageAxes {
        reaches = List.copyOf(reaches);
        if (reaches.size() < 2 || reaches.size() > 3)
            throw new IllegalArgumentException("it has %d axes of space".formatted(reaches.size()));
        if (Math.min(inputs, outputs) < 1 || Math.max(inputs, outputs) > MOST_CHANNELS)
            throw new IllegalArgumentException(
                    "it makes %d channels of %d: 1 to %d are possible"
                            .formatted(outputs, inputs, MOST_CHANNELS));
        for (AxisReach reach : reaches)
            if (reach.halo() > LARGEST_HALO || reach.step() > LARGEST_STEP)
                throw new IllegalArgumentException(
                        "the halo %d or the step %d is beyond all bounds"
                                .formatted(reach.halo(), reach.step()));
        requireMemory(Math.max(inputs, outputs), reaches);
    }

    private static void requireMemory(int channels, List<AxisReach> reaches) {
        double values = channels;
        for (AxisReach reach : reaches) values *= Math.max(reach.smallest(), 2.0 * reach.halo());
        if (values > MOST_VALUES)
            throw new IllegalArgumentException(
                    "the smallest images that it takes have %.3g values".formatted(values));
    }
}
