package io.github.noise2clean.foreign;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.tensor.ImageModule;
import io.github.noise2clean.tensor.ReorderedModule;
import java.util.List;

/**
 * Which images a network takes and makes.
 *
 * @param reaches along each axis of space, slowest first
 * @param haloKnown whether its makers say how far it sees; otherwise a generous halo was chosen
 */
record ImageAxes(Port input, Port output, List<AxisReach> reaches, boolean haloKnown) {

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
        for (AxisReach reach : reaches)
            if (reach.halo() > LARGEST_HALO || reach.step() > LARGEST_STEP)
                throw new IllegalArgumentException(
                        "the halo %d or the step %d is beyond all bounds"
                                .formatted(reach.halo(), reach.step()));
        requireMemory(Math.max(input.channels(), output.channels()), reaches);
    }

    /** A network that takes and makes arrays with such axes, as one with the axes of our own. */
    ImageModule ours(ImageModule module) {
        boolean same = input.order().isOurs() && output.order().isOurs();
        return same ? module : new ReorderedModule(module, input.order(), output.order());
    }

    private static void requireMemory(int channels, List<AxisReach> reaches) {
        double values = channels;
        for (AxisReach reach : reaches) values *= Math.max(reach.smallest(), 2.0 * reach.halo());
        if (values > MOST_VALUES)
            throw new IllegalArgumentException(
                    "the smallest images that it takes have %.3g values".formatted(values));
    }
}
