package io.github.noise2clean.train;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Layer;
import java.util.Map;

/**
 * How many patches of a batch fit in the memory at once, in words.
 *
 * @param patches fewer than {@code batch}, or all where they are at least as many
 */
record PatchesAtOnce(int patches, int batch, Graph graph) {

    /** For the model's card; nothing where whole batches fit. */
    Map<String, String> settings() {
        if (patches >= batch) return Map.of();
        String saw = isNormalised() ? ", as batch normalisation saw them" : "";
        return Map.of(
                "patches-at-once", "%d of %d, for want of memory%s".formatted(patches, batch, saw));
    }

    /**
     * For the user, when it has become fewer.
     *
     * @param step counted from 0
     */
    String sentence(long step) {
        String sees = isNormalised() ? ", of which batch normalisation sees %d at a time" : "";
        return ("The memory does not hold a batch of %d patches: from step %d on the network is"
                        + " shown %d at a time, and their gradients are added up"
                        + sees
                        + ".")
                .formatted(batch, step + 1, patches, patches);
    }

    private boolean isNormalised() {
        return graph.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.BatchNorm);
    }
}
