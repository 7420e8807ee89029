package io.github.noise2clean.network;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which values the layers of a network may write over when it is run: those that nobody reads any
 * more. A network's time is to a good part that of its memory.
 *
 * @param inputs for each node which of its inputs, if any
 */
record Overwriting(List<OptionalInt> inputs) {

    /** Nothing, as a network that learns needs its values for the gradient. */
    static final Overwriting NONE = new Overwriting(List.of());

    static Overwriting of(Graph graph) {
        return new Overwriting(
                IntStream.range(0, graph.nodes().size())
                        .mapToObj(node -> overwritten(graph, graph.nodes().get(node)))
                        .toList());
    }

    /** Which input of a node its values may take the place of. */
    OptionalInt input(int node) {
        return inputs.isEmpty() ? OptionalInt.empty() : inputs.get(node);
    }

    private static OptionalInt overwritten(Graph graph, Node node) {
        Layer layer = node.layer();
        boolean elementwise =
                layer instanceof Layer.Relu
                        || layer instanceof Layer.Sigmoid
                        || layer instanceof Layer.Add;
        if (!elementwise || readsImage(graph, node)) return OptionalInt.empty();
        return IntStream.range(0, node.inputs().size())
                .filter(i -> isSpare(graph, node.inputs().get(i)))
                .findFirst();
    }

    /** The image may be of higher precision than what is added to it, and the sum is to be too. */
    private static boolean readsImage(Graph graph, Node node) {
        return node.inputs().stream()
                .anyMatch(input -> graph.nodes().get(input).layer() instanceof Layer.Input);
    }

    /** Whether a node's values are its own, and read once. */
    private static boolean isSpare(Graph graph, int node) {
        return isFresh(graph.nodes().get(node).layer()) && readers(graph, node) == 1;
    }

    /** Other layers may give a view of what they read. */
    private static boolean isFresh(Layer layer) {
        return layer instanceof Layer.Conv
                || layer instanceof Layer.TransposedConv
                || layer instanceof Layer.Linear
                || layer instanceof Layer.Relu
                || layer instanceof Layer.Sigmoid
                || layer instanceof Layer.Add;
    }

    private static long readers(Graph graph, int node) {
        return Stream.concat(
                        graph.nodes().stream().flatMap(reader -> reader.inputs().stream()),
                        graph.outputs().stream())
                .filter(read -> read == node)
                .count();
    }
}
