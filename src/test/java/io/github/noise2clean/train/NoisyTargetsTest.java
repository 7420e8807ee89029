package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.BlindSpot;
import io.github.noise2clean.dataset.NoisyOnly;
import io.github.noise2clean.dataset.Repeats;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.BlindSpotAutoencoder;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network learns where nothing is clean. */
class NoisyTargetsTest {

    private static final int SIDE = 64;
    private static final double NOISE = 0.2;
    private static final BooleanSupplier NEVER = () -> false;

    private static final List<IntensityMap> AS_IT_IS = List.of(IntensityMap.linear(0, 100));
    private static final Architecture BLIND =
            new BlindSpotAutoencoder(InputImages.planes(), 8, 1, 1);

    @TempDir private Path folder;

    @Test
    void repeatsTeachWhatIsCommonToThem() throws IOException {
        List<RandomAccessibleInterval<FloatType>> looks =
                IntStream.range(0, 6).mapToObj(NoisyTargetsTest::noisy).toList();
        TrainingImage image = new Repeats(looks, false, new DataRange(0, 100), AS_IT_IS);
        TrainedModel model = train(TinyTraining.NETWORK, image, 12).model();
        assertTrue(error(model) < 0.25 * NOISE * NOISE, "error " + error(model));
    }

    @Test
    void hiddenPixelsTeachWhatCanBeForeseen() throws IOException {
        TrainedModel model = train(BLIND, alone(BlindSpot.POINT), 20).model();
        assertTrue(error(model) < 0.4 * NOISE * NOISE, "error " + error(model));
    }

    @Test
    void noEpochIsCalledBestAndNoneIsJudgedByNoise() throws IOException {
        TrainedModel model = train(BLIND, alone(BlindSpot.POINT), 2).model();
        assertEquals("averaged", model.card().settings().get("weights"));
        for (Epoch epoch : model.card().history()) {
            assertTrue(Double.isNaN(epoch.psnr()));
            assertTrue(Double.isNaN(epoch.ssim()));
            assertFalse(epoch.summary(2).contains("psnr"));
        }
    }

    @Test
    void theAverageOfAResumedTrainingIsThatOfAnUninterruptedOne() throws IOException {
        TrainingImage image = alone(BlindSpot.Line.X.blindSpot());
        job(BLIND, image, 3, "a.zip").start(TrainingListener.NONE, NEVER);
        AtomicInteger steps = new AtomicInteger();
        TrainingJob.Result stopped =
                job(BLIND, image, 3, "b.zip")
                        .start(TrainingListener.NONE, () -> steps.incrementAndGet() > 50);
        assertFalse(stopped.finished());
        job(BLIND, image, 3, "b.zip").resume(TrainingListener.NONE, NEVER);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.zip")),
                Files.readAllBytes(folder.resolve("b.zip")));
    }

    @Test
    void ssimIsNotTakenOnHiddenPixels() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> job(BLIND, alone(BlindSpot.POINT), 1, "a.zip", Loss.SSIM));
        assertTrue(e.getMessage().startsWith("The loss ssim cannot be taken"), e.getMessage());
    }

    @Test
    void onlyWhatCountsIsInTheLoss() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray prediction = scope.create(new float[] {1, 2, 3, 4});
            NDArray values = scope.create(new float[] {0, 0, 0, 0});
            NDArray counted = scope.create(new float[] {0, 1, 0, 1});
            Target target = new Target(values, Optional.of(counted));
            assertEquals(10, target.loss(Loss.MSE, prediction).getFloat(), 1e-6);
            assertEquals(3, target.loss(Loss.L1, prediction).getFloat(), 1e-6);
        }
    }

    private TrainingJob.Result train(Architecture network, TrainingImage image, int epochs)
            throws IOException {
        return job(network, image, epochs, "model.zip").start(TrainingListener.NONE, NEVER);
    }

    private TrainingJob job(Architecture network, TrainingImage image, int epochs, String file) {
        return job(network, image, epochs, file, Loss.MSE);
    }

    private TrainingJob job(
            Architecture network, TrainingImage image, int epochs, String file, Loss loss) {
        TrainingSet images = new TrainingSet(List.of(image), List.of(image));
        TrainingSettings settings =
                new TrainingSettings(
                        new TrainingSettings.Schedule(epochs, 30),
                        new TrainingSettings.Patches(32, 4),
                        new TrainingSettings.Optimisation(
                                loss,
                                LearningRate.cosine(1e-2),
                                0,
                                Divergence.standard(0),
                                Precision.FLOAT32),
                        FinalWeights.suiting(images.hasCleanTargets()),
                        7);
        return new TrainingJob(TinyTraining.plan(network, settings), images, folder.resolve(file));
    }

    private static TrainingImage alone(BlindSpot blindSpot) {
        return new NoisyOnly(noisy(0), blindSpot, new DataRange(0, 100), AS_IT_IS);
    }

    private static RandomAccessibleInterval<FloatType> noisy(long seed) {
        return image(true, seed);
    }

    /** Of grey values around 50, with noise of 20. */
    private static RandomAccessibleInterval<FloatType> image(boolean noisy, long seed) {
        float[] pixels = new float[SIDE * SIDE];
        ImgUtil.copy(TinyTraining.stripes(SIDE, SIDE, 1), ArrayImgs.floats(pixels, SIDE, SIDE));
        Random random = new Random(seed);
        if (noisy)
            for (int i = 0; i < pixels.length; i++)
                pixels[i] += (float) (100 * NOISE * random.nextGaussian());
        return ArrayImgs.floats(pixels, SIDE, SIDE, 1);
    }

    /** The mean squared error of a noisy image that it has not seen, normalised. */
    private static double error(TrainedModel model) throws IOException {
        float[] clean = normalized(image(false, 0));
        float[] noisy = normalized(noisy(99));
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray input = scope.create(noisy).reshape(1, 1, SIDE, SIDE);
            float[] denoised = module.forward(input).toFloatArray();
            return IntStream.range(0, clean.length)
                    .mapToDouble(i -> Math.pow(denoised[i] - clean[i], 2))
                    .average()
                    .orElseThrow();
        }
    }

    private static float[] normalized(RandomAccessibleInterval<FloatType> image) {
        float[] pixels = new float[SIDE * SIDE];
        ImgUtil.copy(AS_IT_IS.get(0).normalize(image), ArrayImgs.floats(pixels, SIDE, SIDE, 1));
        return pixels;
    }
}
