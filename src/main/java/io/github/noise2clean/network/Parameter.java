package io.github.noise2clean.network;

import java.util.List;

/**
 * A named tensor of a network: learned by the optimiser, or a buffer that the network keeps itself.
 *
 * @param mean of the normal distribution of its initial values
 * @param deviation of that distribution, 0 for a constant
 */
public record Parameter(
        String name, List<Integer> shape, double mean, double deviation, boolean learned) {

    public Parameter {
        shape = List.copyOf(shape);
        if (!name.matches("[a-z][a-z0-9_]*"))
            throw new IllegalArgumentException("not a parameter's name: " + name);
        if (shape.isEmpty() || shape.stream().anyMatch(n -> n < 1))
            throw new IllegalArgumentException("shape of " + name + ": " + shape);
    }

    /** The number of values. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
