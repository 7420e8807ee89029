package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network: its values in order of computation, its parameters, and which values are its outputs.
 *
 * <p>Node 0 is the input. The first output is the denoised image; a variational autoencoder adds
 * the mean and the log-variance of its latent code.
 *
 * @param dimensions spatial axes, 2 or 3
 */
public record Graph(
        int dimensions, List<Node> nodes, List<Parameter> parameters, List<Integer> outputs) {

    public Graph {
        nodes = List.copyOf(nodes);
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
        if (dimensions < 2 || dimensions > 3)
            throw new IllegalArgumentException("dimensions " + dimensions);
        if (nodes.isEmpty() || !(nodes.get(0).layer() instanceof Layer.Input))
            throw new IllegalArgumentException("a graph starts with its input");
        checkReferences(nodes, outputs);
        checkSize(dimensions, fixedSize(nodes));
    }

    public int inputChannels() {
        return ((Layer.Input) nodes.get(0).layer()).channels();
    }

    public int outputChannels() {
        return Channels.of(this)[outputs.get(0)];
    }

    /** The size of the only images the network takes, slowest axis first; empty for any size. */
    public List<Integer> fixedSize() {
        return fixedSize(nodes);
    }

    /** Whether the network has a latent code with a mean and a log-variance. */
    public boolean isVariational() {
        return nodes.stream().anyMatch(node -> node.layer() instanceof Layer.Sample);
    }

    /**
     * The shape of every node's value for an image of this size, slowest axis first.
     *
     * @throws IllegalArgumentException where the network cannot take such an image
     */
    public List<Shape> shapes(List<Integer> size) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) shapes.add(shape(i, shapes, size));
        return shapes;
    }

    /** The parameters by name, in order. */
    public Map<String, Parameter> parametersByName() {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        for (Parameter parameter : parameters) byName.put(parameter.name(), parameter);
        return byName;
    }

    List<Shape> inputShapes(Node node, List<Shape> shapes, List<Integer> size) {
        if (node.layer() instanceof Layer.Input) return List.of(new Shape(inputChannels(), size));
        return node.inputs().stream().map(shapes::get).toList();
    }

    private Shape shape(int index, List<Shape> shapes, List<Integer> size) {
        Node node = nodes.get(index);
        try {
            return node.layer().output(inputShapes(node, shapes, size));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("node " + index + ": " + e.getMessage(), e);
        }
    }

    private static List<Integer> fixedSize(List<Node> nodes) {
        return ((Layer.Input) nodes.get(0).layer()).size();
    }

    private static void checkSize(int dimensions, List<Integer> size) {
        if (!size.isEmpty() && size.size() != dimensions)
            throw new IllegalArgumentException(dimensions + " dimensions, but the size " + size);
    }

    private static void checkReferences(List<Node> nodes, List<Integer> outputs) {
        for (int i = 0; i < nodes.size(); i++) {
            int index = i;
            if (nodes.get(i).inputs().stream().anyMatch(input -> input < 0 || input >= index))
                throw new IllegalArgumentException("node " + i + " reads " + nodes.get(i).inputs());
        }
        if (outputs.isEmpty() || outputs.stream().anyMatch(o -> o < 0 || o >= nodes.size()))
            throw new IllegalArgumentException("outputs " + outputs);
    }
}
