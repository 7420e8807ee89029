package io.github.noise2clean.train;

import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A training of a few seconds, with all that a real one has. */
final class TinyTraining {

    static final Architecture NETWORK = new ResBlockAutoencoder(2, 4, 1, 1, true, Head.RESIDUAL);

    private TinyTraining() {}

    static TrainingSettings settings(int epochs) {
        return settings(epochs, FinalWeights.BEST);
    }

    static TrainingSettings settings(int epochs, FinalWeights weights) {
        return new TrainingSettings(
                new TrainingSettings.Schedule(epochs, 4),
                new TrainingSettings.Patches(16, 2),
                new TrainingSettings.Optimisation(
                        Loss.MSE,
                        LearningRate.cosine(1e-2),
                        1e-5,
                        Divergence.standard(1),
                        Precision.FLOAT32),
                weights,
                7);
    }

    static TrainingPlan plan(Architecture network, TrainingSettings settings) {
        return new TrainingPlan(
                "tiny",
                "stripes",
                network,
                new Normalization.Fixed(0, 100),
                settings,
                DeviceChoice.CPU);
    }

    /** Smooth stripes with strong noise. */
    static TrainingSet images() {
        return TrainingSet.split(
                List.of(
                        List.of(image(stripes(40, 33, 1))),
                        List.of(image(stripes(35, 48, 2))),
                        List.of(image(stripes(64, 32, 3)))),
                0.3,
                1);
    }

    static TrainingImage image(RandomAccessibleInterval<FloatType> clean) {
        return new TrainingImage.WithNoise(
                Views.addDimension(clean, 0, 0),
                NoiseModel.parse("gaussian:20", false),
                new DataRange(0, 100),
                List.of(IntensityMap.linear(0, 100)));
    }

    static RandomAccessibleInterval<FloatType> stripes(int width, int height, long seed) {
        double angle = new SplittableRandom(seed).nextDouble(Math.PI);
        float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) (50 + 40 * Math.sin(phase(i % width, i / width, angle)));
        return ArrayImgs.floats(pixels, width, height);
    }

    private static double phase(int x, int y, double angle) {
        return 0.5 * (x * Math.cos(angle) + y * Math.sin(angle));
    }
}
