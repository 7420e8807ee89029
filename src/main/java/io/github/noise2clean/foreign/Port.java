package io.github.noise2clean.foreign;

import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.tensor.AxisOrder;

/**
 * What a network takes or gives.
 *
 * @param order of its axes
 * @param channels 1 where it has no axis of channels
 */
record Port(AxisOrder order, int channels) {

    private static final int MOST_CHANNELS = 64;

    /**
     * @throws IllegalArgumentException with the reason, if there are none or too many channels
     */
    Port {
        if (channels < 1 || channels > MOST_CHANNELS)
            throw new IllegalArgumentException(
                    "it takes or makes %d channels: 1 to %d are possible"
                            .formatted(channels, MOST_CHANNELS));
    }

    /** An array that it takes or gives, with the axes as our own networks have them. */
    NpyFile ours(NpyFile array) {
        long[] shape = order.ourShape(array.shape());
        return new NpyFile(shape, order.ours(array.values(), shape));
    }
}
