package io.github.noise2clean.network;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes sure that a graph written by somebody else can be run, before anything is allocated for it.
 */
public final class GraphCheck {

    private static final int MOST_NODES = 10_000;
    private static final int MOST_REFERENCES = 4 * MOST_NODES;
    private static final long MOST_WEIGHTS = 1L << 28;
    private static final long MOST_VALUES = 1L << 28;

    /** Names that the written modules use themselves. */
    private static final Set<String> RESERVED =
            Set.of("training", "forward", "outputs", "tensors", "decode", Onnx.INPUT, Onnx.OUTPUT);

    private final Graph graph;
    private final Map<String, Parameter> parameters;

    private GraphCheck(Graph graph) {
        this.graph = graph;
        this.parameters = graph.parametersByName();
    }

    /**
     * Checks counts, references, the shapes of parameters, and that a small image, or one of the
     * fixed size, passes through and keeps its size.
     *
     * @throws IllegalArgumentException with the place and the reason
     */
    public static void check(Graph graph) {
        try {
            new GraphCheck(graph).check();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its sizes are beyond all bounds", e);
        }
    }

    private void check() {
        checkCounts();
        graph.parameters().forEach(GraphCheck::checkParameter);
        requireAtMost(MOST_WEIGHTS, weights(), "weights");
        for (int i = 0; i < graph.nodes().size(); i++) checkInputs(i);
        int[] channels = Channels.of(graph);
        for (int i = 0; i < graph.nodes().size(); i++) checkParameters(i, channels);
        Footprint footprint = Footprint.of(graph);
        List<Shape> shapes = graph.shapes(footprint.multiple());
        if (footprint.oneSize()) checkMemory(shapes);
        for (int i = 0; i < graph.nodes().size(); i++) checkAxes(i, shapes);
    }

    private void checkCounts() {
        requireAtMost(MOST_NODES, graph.nodes().size(), "nodes");
        requireAtMost(MOST_REFERENCES, graph.parameters().size(), "parameters");
        requireAtMost(MOST_REFERENCES, graph.outputs().size(), "outputs");
        long inputs = graph.nodes().stream().mapToLong(node -> node.inputs().size()).sum();
        requireAtMost(MOST_REFERENCES, inputs, "inputs");
        if (parameters.size() != graph.parameters().size())
            throw new IllegalArgumentException("two parameters have one name");
    }

    private static void requireAtMost(long most, long number, String things) {
        if (number > most)
            throw new IllegalArgumentException(
                    number + " " + things + " where at most " + most + " are allowed");
    }

    private static void checkParameter(Parameter parameter) {
        if (RESERVED.contains(parameter.name()))
            throw new IllegalArgumentException("no parameter may be named " + parameter.name());
        if (!Double.isFinite(parameter.mean() + parameter.deviation()) || parameter.deviation() < 0)
            throw new IllegalArgumentException("initial values of " + parameter);
    }

    private long weights() {
        return graph.parameters().stream().mapToLong(Parameter::size).reduce(0, Math::addExact);
    }

    private void checkInputs(int index) {
        Node node = graph.nodes().get(index);
        int inputs = node.inputs().size();
        LayerDemand demand = LayerDemand.of(node, Collections.nCopies(inputs, 1));
        if (inputs != demand.inputs() || index > 0 && inputs == 0)
            throw new IllegalArgumentException("node " + index + " reads " + inputs + " values");
        if (demand.axes() > 0 && demand.axes() != graph.dimensions())
            throw new IllegalArgumentException(
                    "node " + index + " works along " + demand.axes() + " axes");
        if (node.layer() instanceof Layer.Reshape reshape) checkAxes(index, reshape.shape());
    }

    private void checkAxes(int index, Shape made) {
        int axes = made.size().size();
        if (axes > 0 && axes != graph.dimensions())
            throw new IllegalArgumentException("node " + index + " makes " + axes + " axes");
    }

    private void checkParameters(int index, int[] channels) {
        Node node = graph.nodes().get(index);
        List<Integer> read = node.inputs().stream().map(i -> channels[i]).toList();
        List<List<Integer>> wanted = LayerDemand.of(node, read).parameters();
        List<List<Integer>> found =
                node.parameters().stream().map(name -> shapeOf(index, name)).toList();
        if (!found.equals(wanted))
            throw new IllegalArgumentException(
                    "node "
                            + index
                            + " needs parameters of the shapes "
                            + wanted
                            + ", not "
                            + found);
        if (node.layer() instanceof Layer.BatchNorm norm) checkConstants(index, norm);
    }

    private static void checkConstants(int index, Layer.BatchNorm norm) {
        boolean usual = norm.epsilon() > 0 && norm.epsilon() < 1;
        if (!usual || !(norm.momentum() >= 0 && norm.momentum() <= 1))
            throw new IllegalArgumentException("node " + index + ": " + norm);
    }

    private List<Integer> shapeOf(int index, String name) {
        if (!parameters.containsKey(name))
            throw new IllegalArgumentException("node " + index + " names no parameter: " + name);
        return parameters.get(name).shape();
    }

    /** A feature vector has no axis to work along. */
    private void checkAxes(int index, List<Shape> shapes) {
        Node node = graph.nodes().get(index);
        int axes = LayerDemand.of(node, Collections.nCopies(node.inputs().size(), 1)).axes();
        if (axes > 0 && shapes.get(node.inputs().get(0)).size().size() != axes)
            throw new IllegalArgumentException("node " + index + " is given no image");
    }

    /** Where the size is fixed, a large window cannot be cut into smaller ones. */
    private static void checkMemory(List<Shape> shapes) {
        long values = shapes.stream().mapToLong(Shape::values).reduce(0, Math::addExact);
        requireAtMost(MOST_VALUES, values, "values of its nodes");
    }
}
