package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.train.Divergence.Reduction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    private static final double OF_ONE_VALUE = 0.5 * (Math.exp(0.5) + 4 - 1 - 0.5);

    private final NDManager scope = Torch.newScope(Device.cpu());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void ofAStandardNormalCodeIsZero() {
        NDArray zeros = scope.zeros(new Shape(2, 3));
        assertEquals(0, Divergence.standard(1).evaluate(zeros, zeros, 1).getFloat(), 1e-7);
    }

    @Test
    void isThatOfNormalDistributionsTimesItsWeight() {
        assertEquals(0.1 * OF_ONE_VALUE, evaluate(Reduction.MEAN, 1), 1e-6);
    }

    @Test
    void theSumGrowsWithTheCodeAndTheBatch() {
        assertEquals(6 * 0.1 * OF_ONE_VALUE, evaluate(Reduction.SUM, 1), 1e-5);
    }

    @Test
    void ofABatchIsThatOfItsPartsTogether() {
        NDArray mean = scope.create(new float[] {1, 2, 3, -1, 0.5f, 2}, new Shape(3, 2));
        NDArray logVariance = scope.zeros(new Shape(3, 2));
        for (Reduction reduction : Reduction.values()) {
            Divergence divergence = new Divergence(0.1, 0, reduction);
            double parts = 0;
            for (String part : List.of("0:2", "2:3")) {
                NDArray some = mean.get(part);
                double share = reduction.ofBatch(some.size(0) / 3.0);
                parts += share * divergence.evaluate(some, logVariance.get(part), 1).getFloat();
            }
            assertEquals(divergence.evaluate(mean, logVariance, 1).getFloat(), parts, 1e-6);
        }
    }

    @Test
    void theWeightRisesOverTheAnnealing() {
        assertEquals(0, evaluate(Reduction.MEAN, 0), 1e-7);
        assertEquals(0.05 * OF_ONE_VALUE, evaluate(Reduction.MEAN, 0.2), 1e-6);
        assertEquals(0.1 * OF_ONE_VALUE, evaluate(Reduction.MEAN, 0.4), 1e-6);
    }

    @Test
    void withoutAnnealingTheWeightIsWholeAtOnce() {
        assertEquals(2, new Divergence(2, 0, Reduction.SUM).weightAt(0));
    }

    @Test
    void aLogVarianceFarOutIsStillPulledBack() {
        NDArray logVariance = scope.create(new float[] {-200, 0, 25, 200}, new Shape(4, 1));
        NDArray mean = scope.zeros(new Shape(4, 1));
        logVariance.setRequiresGradient(true);
        try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
            NDArray loss = Divergence.original().evaluate(mean, logVariance, 1);
            gradients.backward(loss);
            assertTrue(Float.isFinite(loss.getFloat()));
        }
        float far = (float) (0.5 * (Math.exp(20) - 1));
        assertArrayEquals(
                new float[] {-0.5f, 0, far, far}, logVariance.getGradient().toFloatArray(), 100);
    }

    @Test
    void aNegativeWeightAndAnAnnealingBeyondTheEndAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Divergence(-1, 0.3, Reduction.MEAN));
        assertThrows(IllegalArgumentException.class, () -> new Divergence(1, 1.5, Reduction.MEAN));
    }

    /** Of a code of 2 x 3 equal values, with a weight of 0.1 that rises over 0.4 of the steps. */
    private double evaluate(Reduction reduction, double progress) {
        NDArray mean = scope.full(new Shape(2, 3), 2f);
        NDArray logVariance = scope.full(new Shape(2, 3), 0.5f);
        return new Divergence(0.1, 0.4, reduction).evaluate(mean, logVariance, progress).getFloat();
    }

    @Test
    void theOriginalIsASumAtFullWeightFromTheStart() {
        assertEquals(1, Divergence.original().weightAt(0));
        assertEquals(Divergence.Reduction.SUM, Divergence.original().reduction());
    }
}
