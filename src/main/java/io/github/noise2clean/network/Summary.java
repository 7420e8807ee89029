package io.github.noise2clean.network;

import java.util.Collections;
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

    private static final int TILE = 256;

    public static Summary of(Graph graph) {
        List<Integer> multiple = Footprint.of(graph).multiple();
        List<Integer> size =
                multiple.stream().map(m -> graph.dimensions() == 2 ? TILE * m : m).toList();
        List<Shape> shapes = graph.shapes(size);
        long products = 0;
        for (Node node : graph.nodes())
            products += node.layer().multiplyAdds(graph.inputShapes(node, shapes, size));
        return new Summary(
                graph.parameters().stream()
                        .filter(Parameter::learned)
                        .mapToLong(Parameter::size)
                        .sum(),
                (double) products / new Shape(1, size).pixels(),
                IntStream.range(0, graph.nodes().size())
                        .mapToObj(i -> line(graph, i, shapes.get(i)))
                        .collect(Collectors.joining("\n")));
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
                String.join(
                        " ",
                        node.parameters().isEmpty()
                                ? Collections.emptyList()
                                : node.parameters().subList(0, 1)));
    }
}
