package io.github.noise2clean.train;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.TrainedModel;

/** Is told how a training goes. Called on the thread that trains. */
public interface TrainingListener {

    /** A listener that does not listen. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * @param step counted from 1 over the whole training
     * @param loss of that step's batch
     */
    default void stepDone(long step, long steps, double loss) {}

    /** Ends the phase before it. */
    default void phaseBegun(Phase phase) {}

    /**
     * @param epoch what the validation found
     */
    default void epochDone(Epoch epoch, int epochs) {}

    /**
     * @param sentence what is to be known of how this training is done
     */
    default void noted(String sentence) {}

    /**
     * @param model what would be saved if the training were stopped now; told after every epoch of
     *     a training that saves
     */
    default void modelKept(TrainedModel model) {}

    /** A listener that tells this one, then {@code other}. */
    default TrainingListener andThen(TrainingListener other) {
        TrainingListener first = this;
        return new TrainingListener() {
            @Override
            public void stepDone(long step, long steps, double loss) {
                first.stepDone(step, steps, loss);
                other.stepDone(step, steps, loss);
            }

            @Override
            public void phaseBegun(Phase phase) {
                first.phaseBegun(phase);
                other.phaseBegun(phase);
            }

            @Override
            public void epochDone(Epoch epoch, int epochs) {
                first.epochDone(epoch, epochs);
                other.epochDone(epoch, epochs);
            }

            @Override
            public void noted(String sentence) {
                first.noted(sentence);
                other.noted(sentence);
            }

            @Override
            public void modelKept(TrainedModel model) {
                first.modelKept(model);
                other.modelKept(model);
            }
        };
    }
}
