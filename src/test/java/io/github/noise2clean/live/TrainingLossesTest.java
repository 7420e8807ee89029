package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.noise2clean.model.Epoch;
import org.junit.jupiter.api.Test;

class TrainingLossesTest {

    private final TrainingLosses losses = new TrainingLosses();

    @Test
    void lossesAreInTheOrderOfTheTraining() {
        losses.stepDone(1, 4, 0.5);
        losses.stepDone(2, 4, 0.25);
        losses.epochDone(new Epoch(1, 0.375, 0.3, 20, 0.5), 2);
        assertArrayEquals(new double[] {0.5, 0.25}, losses.ofSteps().losses());
        assertArrayEquals(new double[] {0.375}, losses.ofEpochs().training());
        assertArrayEquals(new double[] {0.3}, losses.ofEpochs().validation());
    }

    @Test
    void whatWasBeforeAResumedTrainingIsUnknown() {
        losses.stepDone(3, 4, 0.5);
        losses.epochDone(new Epoch(2, 0.375, 0.3, 20, 0.5), 2);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 0.5}, losses.ofSteps().losses());
        assertArrayEquals(new double[] {Double.NaN, 0.3}, losses.ofEpochs().validation());
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertArrayEquals(new double[0], losses.ofSteps().losses());
        assertArrayEquals(new double[0], losses.ofEpochs().training());
    }
}
