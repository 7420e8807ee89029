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
import io.github.noise2clean.metric.Ssim;
import io.github.noise2clean.metric.SsimDefinition;
import io.github.noise2clean.tensor.Torch;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImgs;
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
    void ssimIsThatOfTheMetric() {
        float[] x = pixels(1);
        float[] y = pixels(2);
        double metric =
                new Ssim(SsimDefinition.SKIMAGE, 1)
                        .mean(ArrayImgs.floats(x, 17, 13), ArrayImgs.floats(y, 17, 13));
        Shape shape = new Shape(1, 1, 13, 17);
        NDArray loss = Loss.SSIM.evaluate(scope.create(x, shape), scope.create(y, shape));
        assertEquals(1 - metric, loss.getFloat(), 1e-5);
    }

    @Test
    void ssimFallsAlongItsGradient() {
        Shape shape = new Shape(1, 1, 13, 17);
        NDArray target = scope.create(pixels(1), shape);
        NDArray prediction = scope.create(pixels(2), shape);
        prediction.setRequiresGradient(true);
        double before;
        try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
            NDArray loss = Loss.SSIM.evaluate(prediction, target);
            gradients.backward(loss);
            before = loss.getFloat();
        }
        NDArray moved = prediction.stopGradient().sub(prediction.getGradient().mul(0.1f));
        assertTrue(Loss.SSIM.evaluate(moved, target).getFloat() < before - 1e-4);
    }

    private static float[] pixels(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[17 * 13];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (float) random.nextDouble();
        return pixels;
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
    void whatHasNoGradientAnyMoreEndsAtZeroAndNotAmongTheSubnormalNumbers() {
        NDArray weight = array(1e-5f, -2);
        weight.setRequiresGradient(true);
        Adam adam = new Adam(List.of(weight), 0, scope);
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
    void theRateRisesThenFallsToZero() {
        LearningRate rate = LearningRate.cosine(1e-3);
        assertEquals(1e-3 / 30, rate.at(0, 1000), 1e-12);
        assertEquals(1e-3, rate.at(30, 1000), 1e-12);
        assertEquals(0.5e-3, rate.at(515, 1000), 1e-12);
        assertEquals(0, rate.at(999, 1000), 1e-8);
    }

    @Test
    void aConstantRateIsTheSameFromTheFirstStepToTheLast() {
        LearningRate rate = LearningRate.constant(1e-3);
        assertEquals(1e-3, rate.at(0, 1000));
        assertEquals(1e-3, rate.at(999, 1000));
    }

    @Test
    void anUnknownLossIsRefusedWithTheChoices() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Loss.parse("huber"));
        assertEquals("Unknown loss 'huber': choose mse or l1 or ssim.", e.getMessage());
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
