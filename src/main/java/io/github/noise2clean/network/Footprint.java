package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a network must see to fill an output: the halo around it and the multiple its size must be.
 *
 * <p>Computed from the layers, so that nobody types an overlap. Axes are ordered slowest first. The
 * halo is exact: for each phase of an output pixel within the size multiple, the layers are walked
 * backwards, each asking for the input span that its output span depends on. A network for images
 * of one size sees the whole of each, and needs nothing around it.
 *
 * @param halo pixels that an output pixel can depend on, to either side, along each axis
 * @param multiple the size of the input must be a multiple of this, along each axis
 * @param oneSize whether the size of the input must be {@code multiple} itself
 */
public record Footprint(List<Integer> halo, List<Integer> multiple, boolean oneSize) {

    /** More than ten halvings of the resolution help no image, and cost long computations here. */
    private static final int LARGEST_MULTIPLE = 1024;

    public Footprint {
        halo = List.copyOf(halo);
        multiple = List.copyOf(multiple);
        if (halo.size() != multiple.size())
            throw new IllegalArgumentException("halo " + halo + ", multiple " + multiple);
    }

    /** Of a network for images of any multiple. */
    public Footprint(List<Integer> halo, List<Integer> multiple) {
        this(halo, multiple, false);
    }

    /**
     * @throws IllegalArgumentException if the output is not of the input's size, the network works
     *     on one size only but does not say which, or a size would have to be a multiple of more
     *     than 1024
     */
    public static Footprint of(Graph graph) {
        Footprint footprint =
                graph.fixedSize().isEmpty() ? ofLayers(graph) : ofOneSize(graph.fixedSize());
        Shape output = graph.shapes(footprint.multiple()).get(graph.outputs().get(0));
        if (!output.size().equals(footprint.multiple()))
            throw new IllegalArgumentException("the output is not of the input's size: " + output);
        return footprint;
    }

    /** The same axis by axis, slowest first. */
    public List<AxisReach> reaches() {
        return IntStream.range(0, halo.size()).mapToObj(this::reach).toList();
    }

    /** The smallest size the network takes that holds {@code size} pixels. */
    public long snappedSize(long size, int axis) {
        return -Math.floorDiv(-size, (long) multiple.get(axis)) * multiple.get(axis);
    }

    private AxisReach reach(int axis) {
        int size = multiple.get(axis);
        return new AxisReach(halo.get(axis), size, oneSize ? 0 : size);
    }

    private static Footprint ofOneSize(List<Integer> size) {
        return new Footprint(Collections.nCopies(size.size(), 0), size, true);
    }

    private static Footprint ofLayers(Graph graph) {
        if (graph.nodes().stream().map(Node::layer).anyMatch(Footprint::fixesTheSize))
            throw new IllegalArgumentException("the network works on images of one size only");
        return new Footprint(
                alongAxes(graph, axis -> halo(graph, axis)),
                alongAxes(graph, axis -> multiple(graph, axis)));
    }

    private static boolean fixesTheSize(Layer layer) {
        return layer instanceof Layer.Linear || layer instanceof Layer.Reshape;
    }

    private static List<Integer> alongAxes(Graph graph, IntFunction<Integer> value) {
        return IntStream.range(0, graph.dimensions()).mapToObj(value).toList();
    }

    private static int multiple(Graph graph, int axis) {
        int multiple = strides(graph, axis).stream().reduce(1, Footprint::leastCommonMultiple);
        if (multiple > LARGEST_MULTIPLE)
            throw new IllegalArgumentException(
                    "the size of an image would have to be a multiple of " + multiple);
        return multiple;
    }

    /** How many input pixels apart neighbouring pixels of each node are. */
    private static List<Integer> strides(Graph graph, int axis) {
        List<Integer> strides = new ArrayList<>();
        for (Node node : graph.nodes()) {
            int before = node.inputs().isEmpty() ? 1 : strides.get(node.inputs().get(0));
            int step = node.layer().step(axis);
            if (step < 0 && before % -step != 0)
                throw new IllegalArgumentException("upsampling beyond the input's resolution");
            strides.add(step > 0 ? Math.multiplyExact(before, step) : before / -step);
        }
        if (strides.get(graph.outputs().get(0)) != 1)
            throw new IllegalArgumentException("the output is not of the input's size");
        return strides;
    }

    private static int halo(Graph graph, int axis) {
        long halo = 0;
        int phases = multiple(graph, axis);
        for (long pixel = 0; pixel < phases; pixel++) {
            Span seen = seenBy(graph, pixel, axis);
            halo = Math.max(halo, Math.max(pixel - seen.first(), seen.last() - pixel));
        }
        return Math.toIntExact(halo);
    }

    /** The input span that one output pixel depends on. */
    private static Span seenBy(Graph graph, long pixel, int axis) {
        Map<Integer, Span> needed = new HashMap<>();
        needed.put(graph.outputs().get(0), new Span(pixel, pixel));
        for (int i = graph.nodes().size() - 1; i > 0; i--) {
            if (!needed.containsKey(i)) continue;
            Node node = graph.nodes().get(i);
            Span source = node.layer().source(needed.get(i), axis);
            node.inputs().forEach(input -> needed.merge(input, source, Span::union));
        }
        return needed.get(0);
    }

    private static int leastCommonMultiple(int a, int b) {
        return Math.multiplyExact(a / greatestCommonDivisor(a, b), b);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
