package io.github.noise2clean.train;

import java.util.Locale;

/** Which of the weights that a training passes through become the model's. */
public enum FinalWeights {
    /** Those of the epoch with the lowest validation loss, which clean targets are needed for. */
    BEST,
    /** Those of the last step. */
    LAST,
    /**
     * An exponential moving average (Polyak and Juditsky 1992) over about the last twentieth of the
     * steps so far, which is also right where a training is stopped early.
     */
    AVERAGED;

    /** What suits images with clean targets, or with noisy ones. */
    public static FinalWeights suiting(boolean cleanTargets) {
        return cleanTargets ? BEST : AVERAGED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
