package io.github.noise2clean.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a network is and costs, for people.
 *
 * @param parameters learned values
 * @param multiplyAddsPerPixel multiplications with a weight per pixel of the image
 * @param table one line per layer
 */
public record Summary(long parameters, double multiplyAddsPerPixel, String table) {

    /** The cost per pixel is the same at every size it takes, so that the smallest will do. */
    public static Summary of(Graph graph) {
        List<Integer> size = Footprint.of(graph).multiple();
        double pixels = new Shape(1, size).pixels();
        return new Summary(learned(graph), multiplyAdds(graph, size) / pixels, table(graph, size));
    }

    private static long learned(Graph graph) {
        return graph.parameters().stream()
                .filter(Parameter::learned)
                .mapToLong(Parameter::size)
                .sum();
    }

    private static long multiplyAdds(Graph graph, List<Integer> size) {
        List<Shape> shapes = graph.shapes(size);
        return graph.nodes().stream()
                .mapToLong(n -> n.layer().multiplyAdds(graph.inputShapes(n, shapes, size)))
                .sum();
    }

    private static String table(Graph graph, List<Integer> size) {
        List<Shape> shapes = graph.shapes(size);
        return IntStream.range(0, graph.nodes().size())
                .mapToObj(i -> line(graph, i, shapes.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Graph graph, int index, Shape shape) {
        Node node = graph.nodes().get(index);
        return String.format(
                        Locale.ROOT,
                        "%4d  %-15s %4d channels  <- %-12s %s",
                        index,
                        node.layer().getClass().getSimpleName(),
                        shape.channels(),
                        node.inputs(),
                        node.parameters().stream().findFirst().orElse(""))
                .stripTrailing();
    }
}
