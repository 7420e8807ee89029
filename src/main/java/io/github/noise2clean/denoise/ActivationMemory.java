package io.github.noise2clean.denoise;

import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Shape;
import java.util.List;

/** The memory that a network's values take while it runs, estimated from its graph. */
final class ActivationMemory {

    /** What a window may take: half the memory of a small GPU. */
    private static final long BUDGET = 2L << 30;

    private ActivationMemory() {}

    /** How many pixels a window may have in order to stay within 2 GiB. */
    static long windowPixels(Graph graph) {
        return Math.max(1, (long) (BUDGET / bytesPerPixel(graph)));
    }

    /** Bytes per pixel of the image, at the moment when the most values are still needed. */
    static double bytesPerPixel(Graph graph) {
        List<Shape> shapes = graph.shapes(Footprint.of(graph).multiple());
        int[] lastReader = lastReaders(graph);
        long peak = 0;
        for (int node = 0; node < lastReader.length; node++)
            peak = Math.max(peak, valuesNeededAt(node, shapes, lastReader));
        return (double) peak * Float.BYTES / shapes.get(0).pixels();
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
