package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.noise2clean.tensor.Torch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossTest {

    private final NDManager scope = Torch.newScope(Device.cpu());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void mseIsTheMeanOfTheSquares() {
        assertEquals((1 + 4 + 9) / 3.0, evaluate(Loss.MSE), 1e-6);
    }

    @Test
    void l1IsTheMeanOfTheAbsoluteDifferences() {
        assertEquals((1 + 2 + 3) / 3.0, evaluate(Loss.L1), 1e-6);
    }

    @Test
    void theDivergenceOfAStandardNormalCodeIsZero() {
        NDArray zeros = array(0, 0, 0);
        assertEquals(0, Loss.divergence(zeros, zeros).getFloat(), 1e-7);
    }

    @Test
    void theDivergenceIsThatOfNormalDistributions() {
        double expected = 0.5 * (Math.exp(0.5) + 4 - 1 - 0.5);
        assertEquals(expected, Loss.divergence(array(2), array(0.5f)).getFloat(), 1e-6);
    }

    @Test
    void adamMovesAsWorkedOutByHand() {
        NDArray weight = array(1, -2);
        weight.setRequiresGradient(true);
        Adam adam = new Adam(List.of(weight), 0.1, scope);
        double[] expected = {1, -2};
        double[][] moments = new double[2][2];
        for (int step = 0; step < 3; step++) {
            try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
                gradients.backward(weight.square().sum());
            }
            adam.step(step, 0.01);
            for (int i = 0; i < 2; i++) expected[i] = adamByHand(expected[i], moments[i], step + 1);
            assertArrayEquals(
                    new float[] {(float) expected[0], (float) expected[1]},
                    weight.toFloatArray(),
                    1e-6f);
        }
    }

    @Test
    void theRateRisesThenFallsToZero() {
        LearningRate rate = new LearningRate(1e-3, 1000);
        assertEquals(1e-3 / 30, rate.at(0), 1e-12);
        assertEquals(1e-3, rate.at(30), 1e-12);
        assertEquals(0.5e-3, rate.at(515), 1e-12);
        assertEquals(0, rate.at(999), 1e-8);
    }

    @Test
    void anUnknownLossIsRefusedWithTheChoices() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Loss.parse("huber"));
        assertEquals("Unknown loss 'huber': choose mse or l1.", e.getMessage());
    }

    /** The loss is the sum of squares, with a weight decay of 0.1 and a rate of 0.01. */
    private static double adamByHand(double weight, double[] moments, int step) {
        double gradient = 2 * weight + 0.1 * weight;
        moments[0] = 0.9 * moments[0] + 0.1 * gradient;
        moments[1] = 0.999 * moments[1] + 0.001 * gradient * gradient;
        double mean = moments[0] / (1 - Math.pow(0.9, step));
        double square = moments[1] / (1 - Math.pow(0.999, step));
        return weight - 0.01 * mean / (Math.sqrt(square) + 1e-8);
    }

    private double evaluate(Loss loss) {
        return loss.evaluate(array(1, 2, 3), array(0, 4, 6)).getFloat();
    }

    private NDArray array(float... values) {
        return scope.create(values);
    }
}
