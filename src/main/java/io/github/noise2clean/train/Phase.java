package io.github.noise2clean.train;

/** What a step of a training is made of, in order. */
public enum Phase {
    /** Waiting for the patches. */
    DATA,
    /** From the patches to the loss. */
    FORWARD,
    /** From the loss to the gradients. */
    BACKWARD,
    /** Moving the weights. */
    OPTIMISER,
    /** All else, such as reading the loss and the validation. */
    REST
}
