package io.github.noise2clean.train;

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

    private double evaluate(Loss loss) {
        return loss.evaluate(array(1, 2, 3), array(0, 4, 6)).getFloat();
    }

    private NDArray array(float... values) {
        return scope.create(values);
    }
}
