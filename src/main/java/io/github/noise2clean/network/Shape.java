package io.github.noise2clean.network;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The shape of one item of a batch: channels, and the size along each spatial axis.
 *
 * <p>Spatial axes are ordered as PyTorch has them, slowest first: {@code [H, W]} or {@code [D, H,
 * W]}. A feature vector has no spatial axis.
 */
public record Shape(int channels, List<Integer> size) {

    public Shape {
        size = List.copyOf(size);
        if (channels < 1 || size.stream().anyMatch(n -> n < 1))
            throw new IllegalArgumentException("channels " + channels + ", size " + size);
    }

    /** Of another number of channels, and of the size that is a function of size and axis. */
    Shape resized(int newChannels, IntBinaryOperator sizeAlongAxis) {
        return new Shape(
                newChannels,
                IntStream.range(0, size.size())
                        .mapToObj(axis -> sizeAlongAxis.applyAsInt(size.get(axis), axis))
                        .toList());
    }

    /** The number of values: channels times pixels. */
    public long values() {
        return Math.multiplyExact(channels, pixels());
    }

    /** The number of pixels, 1 for a feature vector. */
    public long pixels() {
        return size.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
