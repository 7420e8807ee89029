package io.github.noise2clean.denoise;

import io.github.noise2clean.model.DenoisingModel;

/** Says in one sentence what a model cannot do. */
final class Refusal {

    private Refusal() {}

    static IllegalArgumentException of(DenoisingModel model, String reason) {
        return new IllegalArgumentException("The model " + model.name() + " " + reason + ".");
    }

    /** Refuses a model without a latent code. */
    static void requireVariational(DenoisingModel model) {
        if (!model.isVariational())
            throw of(model, "has no latent code to sample: only a variational network has one");
    }

    /** Refuses a variational model of volumes as well. */
    static void requireSamplesOfPlanes(DenoisingModel model) {
        requireVariational(model);
        if (model.dimensions() != 2)
            throw of(model, "works on volumes, and samples are made of planes only");
    }
}
