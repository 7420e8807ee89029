package io.github.noise2clean.engine;

import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Divergence;
import io.github.noise2clean.train.FinalWeights;
import io.github.noise2clean.train.LearningRate;
import io.github.noise2clean.train.Loss;
import io.github.noise2clean.train.TrainingInMemory;
import io.github.noise2clean.train.TrainingListener;
import io.github.noise2clean.train.TrainingPlan;
import io.github.noise2clean.train.TrainingSettings;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Two steps of training of a small network on a synthetic patch, and the patch denoised with it.
 *
 * @param rate of the learning
 */
record SelfTest(DeviceChoice device, double rate) {

    private static final int SIDE = 32;

    /** The first moves the last layer alone, which starts at zero; the second moves all. */
    private static final int STEPS = 2;

    private static final long SEED = 7;
    private static final double NOISE = 20;

    private static final Architecture NETWORK =
            new ResBlockAutoencoder(2, 4, 1, 1, true, Head.SIGMOID);

    private static final double RATE = 1e-2;

    SelfTest(DeviceChoice device) {
        this(device, RATE);
    }

    /**
     * @throws IOException if PyTorch cannot load the network
     */
    SelfTestNumbers run() throws IOException {
        float[] noisy = noisy();
        TrainedModel model = trained(noisy);
        double loss = model.card().history().get(0).trainingLoss();
        return SelfTestNumbers.of(loss, denoised(model, noisy));
    }

    private TrainedModel trained(float[] noisy) throws IOException {
        TrainingImage image =
                new TrainingImage.Pair(
                        Views.addDimension(plane(noisy), 0, 0),
                        Views.addDimension(plane(clean()), 0, 0),
                        new DataRange(0, 100),
                        List.of(IntensityMap.linear(0, 100)));
        return new TrainingInMemory(plan(), new TrainingSet(List.of(image), List.of()))
                .run(TrainingListener.NONE, () -> false);
    }

    private TrainingPlan plan() {
        return new TrainingPlan(
                "self-test",
                "one synthetic patch",
                NETWORK,
                new Normalization.Fixed(0, 100),
                new TrainingSettings(
                        new TrainingSettings.Schedule(1, STEPS),
                        new TrainingSettings.Patches(SIDE, 1, false),
                        optimisation(),
                        FinalWeights.LAST,
                        SEED),
                device);
    }

    private TrainingSettings.Optimisation optimisation() {
        return new TrainingSettings.Optimisation(
                Loss.MSE,
                LearningRate.constant(rate),
                0,
                Divergence.standard(1),
                Precision.FLOAT32);
    }

    private float[] denoised(TrainedModel model, float[] noisy) throws IOException {
        float[] denoised = new float[noisy.length];
        DenoisingSettings settings = new DenoisingSettings(device, SIDE, true, Estimate.PLAIN);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            denoiser.denoise(image(noisy), List.of(image(denoised)), DenoisingListener.NONE);
        }
        return denoised;
    }

    /** Rhombs, from whole numbers alone so that they are the same on every machine. */
    private static float[] clean() {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = 10 + 5 * (Math.abs(i % SIDE % 16 - 8) + Math.abs(i / SIDE % 16 - 8));
        return pixels;
    }

    private static float[] noisy() {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] pixels = clean();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] += (float) (NOISE * (2 * random.nextDouble() - 1));
        return pixels;
    }

    private static AxisImage image(float[] pixels) {
        return new AxisImage(plane(pixels), List.of(Axis.X, Axis.Y));
    }

    private static ArrayImg<FloatType, ?> plane(float[] pixels) {
        return ArrayImgs.floats(pixels, SIDE, SIDE);
    }
}
