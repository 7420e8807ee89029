package io.github.noise2clean.zeroshot;

import io.github.noise2clean.dataset.NeighbourPairs;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.FinalWeights;
import io.github.noise2clean.train.TrainingInMemory;
import io.github.noise2clean.train.TrainingPlan;
import io.github.noise2clean.train.TrainingSettings;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.io.IOException;
import java.util.List;

/**
 * The training of a small network on one image, by neighbouring pixels as pairs (Neighbor2Neighbor,
 * Huang et al. 2021).
 *
 * <p>Its length is counted in steps on patches, so that it takes as long for a large image as for a
 * small one. There is nothing to judge it by, since every target is noisy: the last weights are
 * taken, at the end of a learning rate that has come down to zero.
 */
record ZeroShotTraining(DeviceChoice device, int steps, long seed) {

    private static final Architecture NETWORK =
            new ResBlockAutoencoder(2, 24, 2, 1, true, Head.RESIDUAL);

    private static final Patches PATCHES = new Patches(32, 8);
    private static final double RATE = 5e-3;

    /** Smaller, and there is next to nothing to learn from. */
    private static final long SMALLEST = 16;

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the image is too small
     */
    TrainedModel run(AxisImage image, ZeroShotProgress progress) throws IOException {
        requireSize(image);
        Normalization normalization = new Normalization.MeanStd();
        List<TrainingImage> planes = NeighbourPairs.of(image, normalization);
        TrainingPlan plan =
                new TrainingPlan(
                        "this image",
                        "neighbouring pixels of this image",
                        NETWORK,
                        normalization,
                        settings(),
                        device);
        return new TrainingInMemory(plan, new TrainingSet(planes, List.of()))
                .run(progress, progress::isStopped);
    }

    private TrainingSettings settings() {
        return new TrainingSettings(
                new Schedule(1, steps),
                PATCHES,
                Optimisation.standard(RATE),
                FinalWeights.LAST,
                seed);
    }

    private static void requireSize(AxisImage image) {
        long width = image.size(Axis.X);
        long height = image.size(Axis.Y);
        if (Math.min(width, height) < SMALLEST)
            throw new IllegalArgumentException(
                    "An image of %d x %d pixels is too small to train a network on: it needs %d on"
                                    .formatted(width, height, SMALLEST)
                            + " each side. Denoise it with a trained model.");
    }
}
