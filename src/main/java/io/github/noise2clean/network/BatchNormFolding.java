package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds each batch normalisation into the convolution before it: the same function of the image
 * with fewer passes over memory. For inference only, since the statistics become constants.
 */
public final class BatchNormFolding {

    private final Graph graph;
    private final Weights weights;
    private final Map<Integer, Integer> newIndex = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, float[]> values = new LinkedHashMap<>();

    /** A network without the batch normalisations that could be folded. */
    public record Folded(Graph graph, Weights weights) {}

    private BatchNormFolding(Graph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    public static Folded fold(Graph graph, Weights weights) {
        return new BatchNormFolding(graph, weights).fold();
    }

    private Folded fold() {
        for (int i = 0; i < graph.nodes().size(); i++) newIndex.put(i, fold(i));
        Graph folded =
                new Graph(
                        graph.dimensions(),
                        nodes,
                        List.copyOf(parameters.values()),
                        graph.outputs().stream().map(newIndex::get).toList());
        return new Folded(folded, new Weights(folded, values));
    }

    private int fold(int index) {
        Node node = graph.nodes().get(index);
        if (!foldsIntoItsInput(node)) return keep(node);
        int conv = newIndex.get(node.inputs().get(0));
        nodes.set(conv, scaled(nodes.get(conv), node, "folded" + conv));
        return conv;
    }

    private int keep(Node node) {
        for (String name : node.parameters()) {
            parameters.put(name, graph.parametersByName().get(name));
            values.put(name, weights.get(name));
        }
        nodes.add(
                new Node(
                        node.layer(),
                        node.inputs().stream().map(newIndex::get).toList(),
                        node.parameters()));
        return nodes.size() - 1;
    }

    private boolean foldsIntoItsInput(Node node) {
        if (!(node.layer() instanceof Layer.BatchNorm)) return false;
        int input = node.inputs().get(0);
        Layer before = graph.nodes().get(input).layer();
        long readers = graph.nodes().stream().filter(n -> n.inputs().contains(input)).count();
        return readers == 1
                && !graph.outputs().contains(input)
                && (before instanceof Layer.Conv || before instanceof Layer.TransposedConv);
    }

    /** The convolution times scale / deviation, plus what the normalisation adds. */
    private Node scaled(Node conv, Node norm, String name) {
        boolean transposed = conv.layer() instanceof Layer.TransposedConv;
        Parameter weight = graph.parametersByName().get(conv.parameters().get(0));
        float[] factor = factors(norm);
        int inner = weight.size() / weight.shape().get(0) / weight.shape().get(1);
        int outputs = factor.length;
        float[] kernel = weights.get(weight.name()).clone();
        for (int i = 0; i < kernel.length; i++)
            kernel[i] *= factor[transposed ? i / inner % outputs : i / (kernel.length / outputs)];
        conv.parameters().forEach(this::forgetIfUnused);
        put(new Parameter(name + "_weight", weight.shape(), 0, 0, true), kernel);
        put(new Parameter(name + "_bias", List.of(outputs), 0, 0, true), bias(conv, norm, factor));
        return new Node(
                withBias(conv.layer()), conv.inputs(), List.of(name + "_weight", name + "_bias"));
    }

    private float[] factors(Node norm) {
        float[] scale = weights.get(norm.parameters().get(0));
        float[] variance = weights.get(norm.parameters().get(3));
        double epsilon = ((Layer.BatchNorm) norm.layer()).epsilon();
        float[] factors = new float[scale.length];
        for (int c = 0; c < factors.length; c++)
            factors[c] = (float) (scale[c] / Math.sqrt(variance[c] + epsilon));
        return factors;
    }

    private float[] bias(Node conv, Node norm, float[] factor) {
        float[] shift = weights.get(norm.parameters().get(1));
        float[] mean = weights.get(norm.parameters().get(2));
        float[] bias = new float[factor.length];
        if (conv.parameters().size() > 1)
            System.arraycopy(weights.get(conv.parameters().get(1)), 0, bias, 0, bias.length);
        for (int c = 0; c < bias.length; c++) bias[c] = shift[c] + (bias[c] - mean[c]) * factor[c];
        return bias;
    }

    /** Shared parameters stay while another node, folded or not, still names them. */
    private void forgetIfUnused(String name) {
        long users = nodes.stream().filter(node -> node.parameters().contains(name)).count();
        if (users > 1) return;
        parameters.remove(name);
        values.remove(name);
    }

    private void put(Parameter parameter, float[] tensor) {
        parameters.put(parameter.name(), parameter);
        values.put(parameter.name(), tensor);
    }

    private static Layer withBias(Layer layer) {
        if (layer instanceof Layer.Conv conv)
            return new Layer.Conv(conv.channels(), conv.window(), true);
        Layer.TransposedConv conv = (Layer.TransposedConv) layer;
        return new Layer.TransposedConv(conv.channels(), conv.window(), conv.outputPadding(), true);
    }
}
