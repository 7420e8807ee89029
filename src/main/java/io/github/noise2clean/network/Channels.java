package io.github.noise2clean.network;

import java.util.List;

/** The number of channels of every node, which no image size changes. */
final class Channels {

    private Channels() {}

    static int[] of(Graph graph) {
        int[] channels = new int[graph.nodes().size()];
        for (int i = 0; i < channels.length; i++)
            channels[i] = channels(graph.nodes().get(i), channels);
        return channels;
    }

    private static int channels(Node node, int[] known) {
        Layer layer = node.layer();
        List<Integer> inputs = node.inputs();
        if (layer instanceof Layer.Input input) return input.channels();
        if (layer instanceof Layer.Conv conv) return conv.channels();
        if (layer instanceof Layer.TransposedConv conv) return conv.channels();
        if (layer instanceof Layer.Narrow narrow) return narrow.channels();
        if (layer instanceof Layer.Linear linear) return linear.features();
        if (layer instanceof Layer.Reshape reshape) return reshape.shape().channels();
        if (layer instanceof Layer.Concat)
            return inputs.stream().mapToInt(i -> known[i]).reduce(0, Math::addExact);
        return known[inputs.get(0)];
    }
}
