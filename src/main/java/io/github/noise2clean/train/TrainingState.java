package io.github.noise2clean.train;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Weights;
import java.util.List;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param history one line per finished epoch
 * @param kept the weights that it would end with
 * @param atOnce the most patches that the network is shown at once
 */
record TrainingState(
        List<Epoch> history, Weights weights, Weights kept, Adam.Moments moments, int atOnce) {

    TrainingState {
        history = List.copyOf(history);
    }
}
