package io.github.noise2clean.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.train.Phase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingSpeedTest {

    private final FakeClock clock = new FakeClock();
    private final PhaseClock phases = new PhaseClock(clock);

    @Test
    void aStepLastsUntilTheNextBeginsAndTheLastDoesNotCount() {
        step(0.5, 2, 3, 1, 0.25);
        clock.advance(0.25);
        step(0, 1, 1, 1, 0);
        step(9, 9, 9, 9, 9);
        assertEquals(2, phases.steps().size());
        assertEquals(
                Map.of(
                        Phase.DATA, 0.5,
                        Phase.FORWARD, 2.0,
                        Phase.BACKWARD, 3.0,
                        Phase.OPTIMISER, 1.0,
                        Phase.REST, 0.5),
                phases.steps().get(0));
    }

    @Test
    void theRateIsThatOfTheMedianStepAndTheSharesAreOfAll() {
        step(0, 1, 2, 1, 0);
        step(1, 1, 2, 0, 0);
        step(8, 2, 2, 0, 0);
        step(0, 0, 0, 0, 0);
        TrainingSpeed speed = TrainingSpeed.of(phases.steps(), 16);
        assertEquals(4, speed.patchesPerSecond(), 1e-9);
        assertEquals(
                """
                | training | Noise2Clean |
                | --- | --- |
                | patches per second | 4.0 |
                | time waiting for patches | 45.0 % |
                | time in the forward pass | 20.0 % |
                | time in the backward pass | 30.0 % |
                | time in the optimiser | 5.0 % |
                | time in all else | 0.0 % |"""
                        .stripIndent(),
                speed.table().markdown());
    }

    private void step(double... seconds) {
        for (Phase phase : Phase.values()) {
            phases.phaseBegun(phase);
            clock.advance(seconds[phase.ordinal()]);
        }
    }
}
