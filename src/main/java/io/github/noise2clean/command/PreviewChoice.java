package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.live.DenoisingPreview;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;

/** What a dialog says of the model that shall be previewed on an image. */
record PreviewChoice(ImagePlus noisy, ModelChoice model, String device, String axes)
        implements DenoisingPreview.Choice {

    @Override
    public ImageDenoiser open() throws IOException {
        return new ImageDenoiser(model.open(noisy, chosenAxes(), note -> {}), settings());
    }

    private DenoisingSettings settings() {
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        return new DenoisingSettings(choice, 0, false, Estimate.PLAIN, chosenAxes());
    }

    private AxisChoice chosenAxes() {
        return AxisChoice.parse(Values.text(axes));
    }
}
