package io.github.noise2clean.train;

import io.github.noise2clean.network.Weights;
import java.util.Optional;
import java.util.function.Supplier;

/** The weights that a training would end with if it were stopped now. */
final class KeptWeights {

    /** An average of every so many is as good as one of all, and costs nothing. */
    private static final int STEPS_BETWEEN = 8;

    private static final double SHARE_OF_STEPS = 0.05;

    private final FinalWeights rule;
    private final Supplier<Weights> current;
    private Optional<Weights> kept;

    /**
     * @param kept those of before, where a training goes on
     * @param current the network's weights of now, a copy
     */
    KeptWeights(FinalWeights rule, Optional<Weights> kept, Supplier<Weights> current) {
        this.rule = rule;
        this.kept = kept;
        this.current = current;
    }

    /**
     * @param steps that have been done
     */
    void stepDone(long steps) {
        if (rule == FinalWeights.AVERAGED && steps % STEPS_BETWEEN == 0)
            kept = Optional.of(kept.map(mean -> moved(mean, steps)).orElseGet(current));
    }

    /**
     * @param best whether the epoch had the lowest validation loss so far
     */
    void epochDone(boolean best) {
        boolean replaced = rule == FinalWeights.LAST || (rule == FinalWeights.BEST && best);
        if (replaced || kept.isEmpty()) kept = Optional.of(current.get());
    }

    /** Before there are any, those of now. */
    Weights get() {
        return kept.orElseGet(current);
    }

    /** The mean, moved towards the weights of now by its share in the steps that it spans. */
    private Weights moved(Weights mean, long steps) {
        double share = Math.min(1, STEPS_BETWEEN / (SHARE_OF_STEPS * steps));
        return mean.mixed(current.get(), share);
    }
}
