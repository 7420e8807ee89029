package io.github.noise2clean.train;

import io.github.noise2clean.network.ActivationMemory;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.MemoryEstimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is told of a training before its first step.
 *
 * @param patchSize in pixels, slowest axis first
 */
record Preflight(TrainingPlan plan, List<Long> patchSize) {

    /** A weight, its gradient, and two moments of that. */
    private static final int VALUES_PER_WEIGHT = 4;

    /** Less than this fits wherever PyTorch itself does. */
    private static final double WORTH_TELLING = 1e8;

    /**
     * Such as "16 patches of 64 x 64 pixels at once, about 1.2 GB (20.1 of 24.0 GB free)."; nothing
     * where it is little.
     */
    Optional<String> sentence() {
        double bytes = bytes();
        if (bytes < WORTH_TELLING) return Optional.empty();
        String size = patchSize.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        MemoryEstimate estimate =
                new MemoryEstimate(bytes, DeviceMemory.taken(plan.device()).memory());
        return Optional.of(
                "%d patches of %s pixels at once, %s.".formatted(batch(), size, estimate));
    }

    private double bytes() {
        Graph graph = plan.architecture().graph();
        double pixels =
                batch()
                        * patchSize.stream()
                                .mapToDouble(Long::doubleValue)
                                .reduce(1, (a, b) -> a * b);
        long weights =
                graph.parameters().stream()
                        .filter(Parameter::learned)
                        .mapToLong(Parameter::size)
                        .sum();
        return pixels * ActivationMemory.learningBytesPerPixel(graph)
                + (double) VALUES_PER_WEIGHT * Float.BYTES * weights;
    }

    private int batch() {
        return plan.settings().patches().batch();
    }
}
