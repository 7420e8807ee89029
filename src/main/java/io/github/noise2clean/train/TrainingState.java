package io.github.noise2clean.train;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Weights;
import java.util.List;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param history one line per finished epoch
 * @param kept the weights that it would end with
 */
record TrainingState(List<Epoch> history, Weights weights, Weights kept, Adam.Moments moments) {

    TrainingState {
        history = List.copyOf(history);
    }
}
