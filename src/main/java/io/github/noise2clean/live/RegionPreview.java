package io.github.noise2clean.live;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.Blitter;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.denoise.DenoisedImage;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A region of an image as a network makes it while it learns: 32-bit, a channel for each of the
 * image's, in grey values of the file.
 *
 * @param target what the network should make of it, where that is clean
 */
record RegionPreview(ImagePlus noisy, ImagePlus denoised, Optional<ImagePlus> target) {

    /**
     * Denoises the region with the intensities of the whole image, as it will be in use.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the network does not take
     *     regions of this size
     */
    static RegionPreview of(TrainedModel model, PreviewPlace place, DeviceChoice device)
            throws IOException {
        HeldOutImages region = HeldOutImages.ofRegion(place.image(), place.interval());
        ImagePlus noisy = region.shown().image();
        DenoisingSettings settings = new DenoisingSettings(device, 0, true, Estimate.PLAIN);
        DenoisedImage denoised = DenoisedImage.blank(noisy, settings);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            denoiser.denoise(
                    ImagePluses.view(noisy),
                    denoised.maps(),
                    place.image().intensities(),
                    DenoisingListener.NONE);
        }
        return new RegionPreview(
                region.noisy(), region.shown().middles(denoised.image()), region.clean());
    }

    /** What the network has taken away: noisy less denoised. */
    ImagePlus difference() {
        ImageStack planes = new ImageStack(noisy.getWidth(), noisy.getHeight());
        for (int i = 1; i <= noisy.getStackSize(); i++) {
            ImageProcessor plane = noisy.getStack().getProcessor(i).duplicate();
            plane.copyBits(denoised.getStack().getProcessor(i), 0, 0, Blitter.SUBTRACT);
            planes.addSlice(plane);
        }
        return new ImagePlus("difference", planes);
    }

    /** All of it, a frame each, under its name. */
    ImagePlus stack(String title) {
        Map<String, ImagePlus> all = new LinkedHashMap<>();
        all.put("noisy", noisy);
        all.put("denoised", denoised);
        target.ifPresent(clean -> all.put("target", clean));
        all.put("difference", difference());
        ImageStack planes = new ImageStack(noisy.getWidth(), noisy.getHeight());
        all.forEach((name, image) -> append(planes, name, image));
        ImagePlus stack = new ImagePlus(title, planes);
        stack.setDimensions(noisy.getNChannels(), 1, all.size());
        return stack;
    }

    private static void append(ImageStack planes, String name, ImagePlus image) {
        for (int i = 1; i <= image.getStackSize(); i++)
            planes.addSlice(name, image.getStack().getProcessor(i));
    }
}
