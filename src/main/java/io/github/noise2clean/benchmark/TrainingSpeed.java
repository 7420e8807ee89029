package io.github.noise2clean.benchmark;

import io.github.noise2clean.train.Phase;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a network was trained.
 *
 * @param patchesPerSecond by the median of the steps
 * @param shares of the time of all steps
 */
record TrainingSpeed(double patchesPerSecond, Map<Phase, Double> shares) {

    /**
     * @param steps the seconds of each phase of each
     */
    static TrainingSpeed of(List<Map<Phase, Double>> steps, int patchesPerStep) {
        double all = steps.stream().mapToDouble(TrainingSpeed::seconds).sum();
        Map<Phase, Double> shares = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values())
            shares.put(phase, steps.stream().mapToDouble(step -> step.get(phase)).sum() / all);
        return new TrainingSpeed(patchesPerStep / Median.of(steps, TrainingSpeed::seconds), shares);
    }

    Table table() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("patches per second", Cell.number(patchesPerSecond, 1));
        cells.put("time waiting for patches", Cell.share(shares.get(Phase.DATA)));
        cells.put("time in the forward pass", Cell.share(shares.get(Phase.FORWARD)));
        cells.put("time in the backward pass", Cell.share(shares.get(Phase.BACKWARD)));
        cells.put("time in the optimiser", Cell.share(shares.get(Phase.OPTIMISER)));
        cells.put("time in all else", Cell.share(shares.get(Phase.REST)));
        return new Table("training", Map.of(Way.OURS.text(), cells));
    }

    private static double seconds(Map<Phase, Double> step) {
        return step.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
