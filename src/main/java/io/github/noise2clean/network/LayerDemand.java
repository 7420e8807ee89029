package io.github.noise2clean.network;

import java.util.List;

/**
 * What a layer must be given to work.
 *
 * @param inputs how many values it reads
 * @param axes spatial axes of its input, if it works along axes, otherwise 0
 * @param parameters the shapes of its parameters
 */
record LayerDemand(int inputs, int axes, List<List<Integer>> parameters) {

    /** What the node's layer must be given, when the values it reads have these channels. */
    static LayerDemand of(Node node, List<Integer> channels) {
        return node.layer().accept(new LayerDemands(channels));
    }

    static LayerDemand inputs(int inputs) {
        return new LayerDemand(inputs, 0, List.of());
    }

    static LayerDemand axes(int axes) {
        return new LayerDemand(1, axes, List.of());
    }

    static LayerDemand parameters(List<List<Integer>> parameters) {
        return new LayerDemand(1, 0, parameters);
    }
}
