package io.github.noise2clean.denoise;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.model.CodeUse;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a noisy image may have been: a variational network denoises it many times, each time with
 * another sample of the code that it has found for it.
 */
public final class PosteriorSamples {

    private static final int MAPS_BEFORE_SAMPLES = 2;

    private PosteriorSamples() {}

    /**
     * A 32-bit stack of the samples, then their mean, then their standard deviation (with the
     * divisor n - 1), in the input's calibration.
     *
     * <p>Of a stack the current plane is taken. A plane that is denoised in tiles has a sample for
     * each tile.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network is not
     *     variational or cannot take the image, or the device is not there
     * @throws IOException if PyTorch cannot load the network
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory for the smallest tile
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static ImagePlus of(
            TrainedModel model,
            ImagePlus noisy,
            SamplingSettings settings,
            DenoisingListener listener)
            throws IOException {
        Refusal.requireSamplesOfPlanes(model);
        ImagePlus plane = currentPlane(noisy);
        var denoising = new DenoisingSettings(settings.device(), 0, true, settings.estimate());
        try (ImageDenoiser denoiser = new ImageDenoiser(model, denoising)) {
            ImagePlus maps = denoiser.denoise(plane, listener);
            ImagePlus samples = alongSlices(maps, settings.estimate().maps());
            samples.setCalibration(maps.getCalibration());
            samples.setProperties(maps.getPropertiesAsArray());
            if (samples.getNChannels() == 1)
                samples.setDisplayRange(noisy.getDisplayRangeMin(), noisy.getDisplayRangeMax());
            return samples;
        }
    }

    /** What the user must know of a model's samples, if its latent code has collapsed. */
    public static Optional<String> warning(DenoisingModel model) {
        return model.codeUse()
                .filter(CodeUse::isCollapsed)
                .map(
                        use ->
                                "The samples of the model %s tell nothing of the image. "
                                                .formatted(model.name())
                                        + use.sentence());
    }

    /** A single image is not asked for its stack, since that would change it. */
    private static ImagePlus currentPlane(ImagePlus image) {
        ImageProcessor pixels =
                image.getStackSize() == 1
                        ? image.getProcessor()
                        : image.getStack().getProcessor(image.getCurrentSlice());
        ImagePlus plane = new ImagePlus(image.getTitle(), pixels);
        plane.setCalibration(image.getCalibration());
        return plane;
    }

    /** The maps of all channels as slices, the samples before their moments. */
    private static ImagePlus alongSlices(ImagePlus maps, List<String> names) {
        int channels = maps.getNChannels() / names.size();
        ImageSize size = new ImageSize(maps.getWidth(), maps.getHeight());
        SampleStack slices = new SampleStack(size, channels, names.size());
        List<Integer> order = new ArrayList<>();
        for (int map = 0; map < names.size(); map++) order.add(map);
        Collections.rotate(order, -MAPS_BEFORE_SAMPLES);
        for (int map : order)
            for (int channel = 0; channel < channels; channel++) {
                int plane = 1 + map + channel * names.size();
                slices.addPlane(names.get(map), (float[]) maps.getStack().getPixels(plane));
            }
        return slices.image(maps.getTitle());
    }
}
