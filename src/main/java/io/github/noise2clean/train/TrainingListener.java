package io.github.noise2clean.train;

import io.github.noise2clean.model.Epoch;

/** Is told how a training goes. Called on the thread that trains. */
public interface TrainingListener {

    /** A listener that does not listen. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * @param step counted from 1 over the whole training
     * @param loss of that step's batch
     */
    default void stepDone(long step, long steps, double loss) {}

    /**
     * @param epoch what the validation found
     */
    default void epochDone(Epoch epoch, int epochs) {}
}
