package io.github.noise2clean.network;

import java.util.List;

/** The memory that a network's values take while it runs, estimated from its graph. */
public final class ActivationMemory {

    private ActivationMemory() {}

    /** Bytes per pixel of the image, at the moment when the most values are still needed. */
    public static double bytesPerPixel(Graph graph) {
        List<Shape> shapes = graph.shapes(Footprint.of(graph).multiple());
        int[] lastReader = lastReaders(graph);
        long peak = 0;
        for (int node = 0; node < lastReader.length; node++)
            peak = Math.max(peak, valuesNeededAt(node, shapes, lastReader));
        return (double) peak * Float.BYTES / shapes.get(0).pixels();
    }

    /** The same where it learns: all its values are kept until they have their gradients. */
    public static double learningBytesPerPixel(Graph graph) {
        List<Shape> shapes = graph.shapes(Footprint.of(graph).multiple());
        long all = shapes.stream().mapToLong(Shape::values).sum();
        return 2.0 * all * Float.BYTES / shapes.get(0).pixels();
    }

    private static int[] lastReaders(Graph graph) {
        int[] last = new int[graph.nodes().size()];
        for (int node = 0; node < last.length; node++)
            for (int input : graph.nodes().get(node).inputs()) last[input] = node;
        return last;
    }

    private static long valuesNeededAt(int node, List<Shape> shapes, int[] lastReader) {
        long values = shapes.get(node).values();
        for (int earlier = 0; earlier < node; earlier++)
            if (lastReader[earlier] >= node) values += shapes.get(earlier).values();
        return values;
    }
}
