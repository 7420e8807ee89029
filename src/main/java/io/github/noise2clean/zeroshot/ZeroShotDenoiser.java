package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import io.github.noise2clean.dataset.Seeds;
import io.github.noise2clean.denoise.DenoisedImage;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.denoise.Provenance;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.noise.NoiseCorrelation;
import io.github.noise2clean.trust.SeenRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Denoises images by a network that is trained on each of them alone. */
public record ZeroShotDenoiser(ZeroShotSettings settings) {

    /**
     * A denoised copy of the image, as {@link ImageDenoiser} makes it.
     *
     * <p>The noise of neighbouring pixels must be independent: see {@link #warning}.
     *
     * @param listener is told of the training too, as if it were done by the pixel
     * @throws IllegalArgumentException with a sentence for the user, if the image is too small to
     *     learn from or the device is not there
     * @throws IOException if PyTorch cannot load the network
     * @throws io.github.noise2clean.train.TrainingDivergedException if the training fails
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public ImagePlus denoise(ImagePlus noisy, DenoisingListener listener) throws IOException {
        return outcome(noisy, listener).image();
    }

    /** The same, with what is needed to judge it. */
    public Outcome outcome(ImagePlus noisy, DenoisingListener listener) throws IOException {
        AxisImage pixels = ImagePluses.view(noisy);
        DenoisedImage denoised = DenoisedImage.blank(noisy, settings.denoising());
        List<AxisImage> sources = settings.portion().of(pixels);
        List<List<AxisImage>> targets =
                denoised.maps().stream().map(settings.portion()::of).toList();
        ZeroShotProgress progress =
                new ZeroShotProgress(listener, sources.size(), pixels.pixels().size());
        List<Provenance> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            TrainedModel model = training(i).run(sources.get(i), progress);
            parts.add(denoise(model, sources.get(i), ofPortion(targets, i), progress));
            progress.portionDone();
        }
        return denoised.finished(
                pixels,
                Provenance.together(parts, settings.seed()),
                Collections.nCopies(pixels.channels().size(), SeenRange.EVERYTHING));
    }

    /** What the user must know of the result, if neighbouring pixels share some of their noise. */
    public static Optional<String> warning(ImagePlus noisy) {
        return NoiseCorrelation.of(ImagePluses.view(noisy).planes()).sharedByNeighbours();
    }

    private static List<AxisImage> ofPortion(List<List<AxisImage>> maps, int portion) {
        return maps.stream().map(portions -> portions.get(portion)).toList();
    }

    private ZeroShotTraining training(int portion) {
        long seed = Seeds.mixed(settings.seed(), portion);
        return new ZeroShotTraining(settings.denoising().device(), settings.steps(), seed);
    }

    private Provenance denoise(
            TrainedModel model, AxisImage noisy, List<AxisImage> maps, DenoisingListener listener)
            throws IOException {
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings.denoising())) {
            return denoiser.denoise(noisy, maps, listener);
        }
    }
}
