package io.github.noise2clean.denoise;

import io.github.noise2clean.model.TrainedModel;

/** Says in one sentence what a model cannot do. */
final class Refusal {

    private Refusal() {}

    static IllegalArgumentException of(TrainedModel model, String reason) {
        return new IllegalArgumentException(
                "The model " + model.card().name() + " " + reason + ".");
    }

    /** Refuses a model without a latent code. */
    static void requireVariational(TrainedModel model) {
        if (!model.graph().isVariational())
            throw of(model, "has no latent code to sample: only a variational network has one");
    }

    /** Refuses a variational model of volumes as well. */
    static void requireSamplesOfPlanes(TrainedModel model) {
        requireVariational(model);
        if (model.graph().dimensions() != 2)
            throw of(model, "works on volumes, and samples are made of planes only");
    }
}
