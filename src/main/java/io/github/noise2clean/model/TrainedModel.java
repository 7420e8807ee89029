package io.github.noise2clean.model;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Weights;
import java.util.Optional;

/**
 * A trained network, ready to be saved or run. Its weights are finite.
 *
 * @param fileHash SHA-256, in hexadecimal digits, of the file that it was read from
 */
public record TrainedModel(
        ModelCard card, Graph graph, Weights weights, Optional<String> fileHash) {

    public TrainedModel {
        weights.requireFinite();
    }

    /** One that was read from no file. */
    public TrainedModel(ModelCard card, Graph graph, Weights weights) {
        this(card, graph, weights, Optional.empty());
    }
}
