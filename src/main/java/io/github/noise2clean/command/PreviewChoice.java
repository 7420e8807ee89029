package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.live.DenoisingPreview;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.zeroshot.ModelSuggestion;
import java.io.IOException;

/** What a dialog says of the model that shall be previewed on an image. */
record PreviewChoice(ImagePlus noisy, ModelChoice model, String device, String axes)
        implements DenoisingPreview.Choice {

    @Override
    public ImageDenoiser open() throws IOException {
        if (model.isThisImage())
            throw new IllegalArgumentException(
                    "A network is yet to be trained on the image: choose a model.");
        return new ImageDenoiser(model.isAutomatic() ? suggested() : model.open(), settings());
    }

    private DenoisingModel suggested() throws IOException {
        return ModelLibrary.BUNDLED.open(
                ModelSuggestion.of(chosenAxes().of(ImagePluses.glance(noisy))).model());
    }

    private DenoisingSettings settings() {
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        return new DenoisingSettings(choice, 0, false, Estimate.PLAIN, chosenAxes());
    }

    private AxisChoice chosenAxes() {
        return AxisChoice.parse(Values.text(axes));
    }
}
