package io.github.noise2clean.monitor;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.TestMontage.Row;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Images that a training has not learned from: original if that is known, noisy, and as the network
 * makes them.
 */
public record HeldOutMontage(HeldOutImages images, ImagePlus denoised) {

    /** What small images are magnified to, in pixels of the screen. */
    private static final int SMALL = 96;

    /** Denoises the noisy images. */
    public static HeldOutMontage of(TrainedModel model, HeldOutImages images, DeviceChoice device)
            throws IOException {
        DenoisingSettings settings = new DenoisingSettings(device, 0, true, Estimate.PLAIN);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            ImagePlus denoised = denoiser.denoise(images.shown().image(), DenoisingListener.NONE);
            return new HeldOutMontage(images, images.shown().middles(denoised));
        }
    }

    TestMontage montage() {
        List<Row> rows = new ArrayList<>();
        images.clean().ifPresent(clean -> rows.add(row("original", clean)));
        rows.add(row("noisy", images.noisy()));
        rows.add(row("denoised", denoised));
        return new TestMontage(rows, Math.max(1, SMALL / denoised.getWidth()));
    }

    public ImageProcessor draw() {
        return montage().draw();
    }

    private Row row(String label, ImagePlus stack) {
        return Row.of(label, stack, stack.getNFrames(), images.range());
    }
}
