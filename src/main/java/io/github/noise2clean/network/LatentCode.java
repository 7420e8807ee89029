package io.github.noise2clean.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The latent code of a variational network that makes an image of nothing else: of a code drawn
 * from the prior, the standard normal distribution, it generates.
 *
 * @param node the sample
 * @param decoder the nodes that the image is made by, in order of computation
 */
public record LatentCode(Graph graph, int node, List<Integer> decoder) {

    public LatentCode {
        decoder = List.copyOf(decoder);
        if (!isSample(graph, node)) throw new IllegalArgumentException("no sample: node " + node);
    }

    /** Empty where there is no code, there are several, or the image is carried past it. */
    public static Optional<LatentCode> of(Graph graph) {
        Set<Integer> needed = neededBehindSamples(graph);
        List<Integer> samples = needed.stream().filter(i -> isSample(graph, i)).toList();
        if (samples.size() != 1 || needed.contains(0)) return Optional.empty();
        needed.removeAll(samples);
        return Optional.of(new LatentCode(graph, samples.get(0), List.copyOf(needed)));
    }

    /**
     * The code of an image of this size, slowest axis first.
     *
     * @throws IllegalArgumentException where the network cannot take such an image
     */
    public Shape shape(List<Integer> size) {
        return graph.shapes(size).get(node);
    }

    /** Whether the code has spatial axes; otherwise it is a feature vector. */
    boolean isMap() {
        int i = node;
        while (isSizeless(layer(graph, i))) i = graph.nodes().get(i).inputs().get(0);
        Layer layer = layer(graph, i);
        if (layer instanceof Layer.Reshape reshape) return !reshape.shape().size().isEmpty();
        return !(layer instanceof Layer.Linear);
    }

    /** Whether the layer's own settings leave open if its value has spatial axes. */
    private static boolean isSizeless(Layer layer) {
        return !(layer instanceof Layer.Input
                || layer instanceof Layer.Reshape
                || layer instanceof Layer.Linear);
    }

    /** All that the first output depends on, back to the samples but not beyond, in order. */
    private static Set<Integer> neededBehindSamples(Graph graph) {
        Set<Integer> needed = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(graph.outputs().subList(0, 1));
        while (!open.isEmpty()) {
            int i = open.pop();
            if (needed.add(i) && !isSample(graph, i)) open.addAll(graph.nodes().get(i).inputs());
        }
        return needed;
    }

    private static boolean isSample(Graph graph, int node) {
        return layer(graph, node) instanceof Layer.Sample;
    }

    private static Layer layer(Graph graph, int node) {
        return graph.nodes().get(node).layer();
    }
}
