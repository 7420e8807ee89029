package io.github.noise2clean.model;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Weights;

/** A trained network, ready to be saved or run. Its weights are finite. */
public record TrainedModel(ModelCard card, Graph graph, Weights weights) {

    public TrainedModel {
        weights.requireFinite();
    }
}
