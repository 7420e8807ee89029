package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamTest {

    private final NDManager scope = Torch.newScope(Device.cpu());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void adamMovesAsWorkedOutByHand() {
        NDArray weight = array(1, -2);
        weight.setRequiresGradient(true);
        Adam adam = new Adam(List.of(weight), optimisation(0.1, 1), scope);
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
    void whatHasNoGradientAnyMoreEndsAtZeroAndNotAmongTheSubnormalNumbers() {
        NDArray weight = array(1e-5f, -2);
        weight.setRequiresGradient(true);
        Adam adam = new Adam(List.of(weight), optimisation(0, 1), scope);
        for (int step = 0; step < 1500; step++) {
            float factor = step == 0 ? 1 : 0;
            try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
                gradients.backward(weight.mul(factor).sum());
            }
            adam.step(step, step == 0 ? 1e-3 : 1e-9);
        }
        assertArrayEquals(new float[2], adam.moments().means().get(0));
        assertEquals(2.001f, -weight.toFloatArray()[1], 1e-4f);
    }

    @Test
    void aFullyConnectedLayerOfManyInputsTakesSmallerSteps() {
        NDArray wide = scope.ones(new Shape(2, 8));
        NDArray narrow = scope.ones(new Shape(2, 4));
        NDArray convolution = scope.ones(new Shape(1, 8, 1, 1));
        List<NDArray> weights = List.of(wide, narrow, convolution);
        weights.forEach(weight -> weight.setRequiresGradient(true));
        Adam adam = new Adam(weights, optimisation(0, 4), scope);
        try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
            gradients.backward(wide.sum().add(narrow.sum()).add(convolution.sum()));
        }
        adam.step(0, 0.01);
        assertEquals(0.995f, wide.getFloat(1, 7), 1e-6f);
        assertEquals(0.99f, narrow.getFloat(1, 3), 1e-6f);
        assertEquals(0.99f, convolution.getFloat(0, 7, 0, 0), 1e-6f);
    }

    private static Optimisation optimisation(double weightDecay, double fanIn) {
        return new Optimisation(
                Loss.MSE,
                new LearningRate(1e-2, LearningRate.Course.CONSTANT, fanIn),
                weightDecay,
                Divergence.standard(0),
                Precision.FLOAT32);
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

    private NDArray array(float... values) {
        return scope.create(values);
    }
}
