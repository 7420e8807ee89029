package io.github.noise2clean.network;

import java.util.List;

/**
 * One value of a graph: a layer, the earlier nodes it reads, and the names of its parameters in the
 * layer's order. Two nodes that name the same parameters share their weights.
 */
public record Node(Layer layer, List<Integer> inputs, List<String> parameters) {

    public Node {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
    }
}
