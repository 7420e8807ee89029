package io.github.noise2clean.train;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Weights;
import java.util.List;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param history one line per finished epoch
 * @param best the weights of the epoch with the lowest validation loss
 */
record TrainingState(List<Epoch> history, Weights weights, Weights best, Adam.Moments moments) {

    TrainingState {
        history = List.copyOf(history);
    }
}
