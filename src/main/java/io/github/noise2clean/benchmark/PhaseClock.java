package io.github.noise2clean.benchmark;

import io.github.noise2clean.train.Phase;
import io.github.noise2clean.train.TrainingListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Takes the time of every phase of every step of a training. */
final class PhaseClock implements TrainingListener {

    private final LongSupplier clock;
    private final List<Map<Phase, Double>> steps = new ArrayList<>();
    private Map<Phase, Double> step = new EnumMap<>(Phase.class);
    private Phase phase = Phase.REST;
    private long begin;

    /**
     * @param clock in nanoseconds
     */
    PhaseClock(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public void phaseBegun(Phase next) {
        long now = clock.getAsLong();
        step.merge(phase, (now - begin) / 1e9, Double::sum);
        if (next == Phase.DATA) endStep();
        phase = next;
        begin = now;
    }

    /** The seconds of each phase of all steps but the last, which has not ended. */
    List<Map<Phase, Double>> steps() {
        return List.copyOf(steps);
    }

    /** What was before the first step is none. */
    private void endStep() {
        if (step.containsKey(Phase.DATA)) steps.add(step);
        step = new EnumMap<>(Phase.class);
    }
}
