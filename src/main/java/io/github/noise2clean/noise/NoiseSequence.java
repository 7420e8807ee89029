package io.github.noise2clean.noise;

import io.github.noise2clean.image.DataRange;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Several noises, one after the other.
 *
 * @param steps 2 to 10, none of them a sequence itself
 */
public record NoiseSequence(List<NoiseModel> steps) implements NoiseModel {

    private static final int MOST = 10;

    public NoiseSequence {
        steps = List.copyOf(steps);
        if (steps.size() < 2 || steps.size() > MOST)
            throw new IllegalArgumentException(
                    "The noise has %d steps joined by +: use 2 to %d."
                            .formatted(steps.size(), MOST));
        if (steps.stream().anyMatch(NoiseSequence.class::isInstance))
            throw new IllegalArgumentException("a sequence inside a sequence: " + steps);
    }

    @Override
    public void addTo(float[] pixels, DataRange range, RandomGenerator random) {
        for (NoiseModel step : steps) step.addTo(pixels, range, random);
    }

    @Override
    public String toString() {
        return steps.stream().map(NoiseModel::toString).collect(Collectors.joining("+"));
    }
}
