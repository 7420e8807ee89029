package io.github.noise2clean.reproduce;

import io.github.noise2clean.train.TrainingListener;

/**
 * Is told how a reproduction goes, and can stop it. What follows the training is told from several
 * threads.
 */
public interface ReproductionListener extends TrainingListener {

    /** A listener that does not listen. */
    ReproductionListener NONE = new ReproductionListener() {};

    /**
     * @param task what is done, for people
     */
    default void taskAdvanced(String task, long done, long total) {}

    /** Asked often: true ends the work. */
    default boolean isStopped() {
        return false;
    }
}
