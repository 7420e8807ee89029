package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.OptionalLong;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Denoises an image with a trained model. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Denoise Image", weight = 2)
        })
public final class DenoiseImage extends ContextCommand {

    @Parameter(persist = false, required = false)
    private StatusService status;

    @Parameter(label = "Noisy image", persist = false, required = false)
    private ImagePlus input;

    @Parameter(
            label = "Model",
            description = "A bundled model, or a file that Train Denoiser has written.",
            choices = {
                ModelChoice.FILE,
                "mnist-resblock-ae",
                "mnist-resblock-vae",
                "fashion-mnist-resblock-ae",
                "fashion-mnist-resblock-vae"
            },
            persist = false)
    private String model = ModelChoice.FILE;

    @Parameter(
            label = "Model file",
            description = "The .zip file; used where the model is 'file'.",
            style = "file",
            persist = false)
    private String file = "";

    @Parameter(
            label = "Device",
            description = "Where to compute: auto takes a GPU where there is one.",
            choices = {"auto", "cpu", "gpu", "mps"},
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "Tile size (0 = automatic)",
            description = "Pixels along each side of the tiles that are denoised one by one.",
            min = "0",
            persist = false)
    private int tile = 0;

    @Parameter(
            label = "32-bit result",
            description = "Otherwise the result is of the type of the noisy image.",
            persist = false)
    private boolean asfloat = false;

    @Parameter(type = ItemIO.OUTPUT, label = "Denoised image", persist = false)
    private ImagePlus denoised;

    @Override
    public void run() {
        Guard.run(this, this::denoise);
    }

    private void denoise() throws IOException {
        ImagePlus noisy = Values.image(input, "There is no image: open the noisy image first.");
        TrainedModel trained = new ModelChoice(model, file).open();
        StatusBar bar = StatusBar.of(status);
        DenoisingStatus progress = new DenoisingStatus(bar, StopRequest.of(this), "Denoising");
        try (ImageDenoiser denoiser = new ImageDenoiser(trained, settings())) {
            ImagePlus result = denoiser.denoise(noisy, progress);
            result.setTitle(ResultImages.title(noisy, "denoised"));
            denoised = ResultImages.publish(result);
        } finally {
            bar.end("");
        }
    }

    private DenoisingSettings settings() {
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        return new DenoisingSettings(choice, tile, asfloat, OptionalLong.empty());
    }
}
