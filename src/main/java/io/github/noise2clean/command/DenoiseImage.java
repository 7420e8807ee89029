package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.denoise.SlicesOnDemand;
import io.github.noise2clean.denoise.Uncertainty;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.live.DenoisingPreview;
import io.github.noise2clean.live.ImageEnd;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.PrecisionChoice;
import io.github.noise2clean.zeroshot.Denoising;
import io.github.noise2clean.zeroshot.ModelSuggestion;
import io.github.noise2clean.zeroshot.Portion;
import io.github.noise2clean.zeroshot.ZeroShotSettings;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * Denoises an image with a trained model, or with a network that is trained on the image itself;
 * where the user does not choose, with what suits the image. The names of its fields are the keys
 * of macros.
 */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Denoise Image", weight = 2)
        })
public final class DenoiseImage extends ExplainedCommand implements Previewable {

    @Parameter(
            label = "Noisy image",
            description = "Of any size and number of channels, slices and frames.",
            persist = false,
            required = false)
    private ImagePlus input;

    @Parameter(
            label = "Model",
            description =
                    "auto: what suits the image by its brightness and noise, a model or this image; the"
                            + " log says which, and why. file: one that Train Denoiser has"
                            + " written, or the name of any installed one. this image: a small"
                            + " network is trained on the image alone. fluorescence: fluorescence of"
                            + " any kind, any camera. electron-microscopy: scanning electron"
                            + " micrographs. natural-grey: photographs and like grey images."
                            + " mnist-resblock-ae, mnist-resblock-vae: handwritten digits."
                            + " fashion-mnist-resblock-ae, fashion-mnist-resblock-vae: clothes.",
            choices = {
                ModelChoice.AUTO,
                ModelChoice.FILE,
                ModelChoice.THIS_IMAGE,
                ModelSuggestion.FLUORESCENCE,
                ModelSuggestion.ELECTRON_MICROSCOPY,
                ModelSuggestion.NATURAL_GREY,
                "mnist-resblock-ae",
                "mnist-resblock-vae",
                "fashion-mnist-resblock-ae",
                "fashion-mnist-resblock-vae"
            },
            persist = false)
    private String model = ModelChoice.AUTO;

    @Parameter(
            label = "Model file",
            description =
                    "A .zip file, or the name of an installed model; used where the model is 'file'"
                            + " or 'auto'.",
            style = "file",
            persist = false)
    private String file = "";

    @Parameter(
            label = "Choose among all installed models",
            description = "A list of the bundled ones, Fiji's and your own, a line for each.",
            callback = "chooseModel",
            persist = false,
            required = false)
    private Button installed;

    @Parameter(
            label = "Slices are",
            description =
                    "Of stacks opened with z and time confused. auto: as the image says. z: frames are"
                            + " slices. t: slices are frames.",
            choices = {"auto", "z", "t"},
            persist = false)
    private String axes = "auto";

    @Parameter(
            label = "Device",
            description = "auto: a GPU where there is one. cpu, gpu, mps: there and nowhere else.",
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

    @Parameter(
            label = "Compute slices when they are looked at",
            description =
                    "The result of a stack is a virtual stack at once: the network makes a slice when"
                            + " it comes into view, until the image is closed.",
            persist = false)
    private boolean virtual = false;

    @Parameter(
            label = "Uncertainty",
            description =
                    "none: one guess. average: the mean over eight turns and mirrors of the image."
                            + " spread: also their standard deviation. samples: mean, standard deviation and samples of"
                            + " a variational model. The latter two add channels.",
            choices = {"none", "average", "spread", "samples"},
            persist = false)
    private String uncertainty = "none";

    @Parameter(
            label = "Samples: how many",
            description = "1 to 10000; used where the uncertainty is 'samples'.",
            min = "1",
            max = "10000",
            persist = false)
    private int count = 16;

    @Parameter(
            label = "This image: one network for each",
            description =
                    "image: one for all. channel, plane: one for each, which takes as long as so many"
                            + " images.",
            choices = {"image", "channel", "plane"},
            persist = false)
    private String portion = "image";

    @Parameter(
            label = "This image: training steps (0 = automatic)",
            description = "Automatic: 800.",
            min = "0",
            persist = false)
    private int steps = 0;

    @Parameter(
            label = "Seed of samples and of this image's network",
            description = "The same seed gives the same pixels.",
            persist = false)
    private long seed = 1;

    @Parameter(
            label = "Trust report",
            description = "In the Results table: what speaks for and against the result.",
            persist = false)
    private boolean trust = false;

    @Parameter(
            label = "Preview on / off",
            description =
                    "The middle of what is seen of the image, denoised by the model; it follows the"
                            + " view, the slice and the model.",
            callback = "togglePreview",
            persist = false,
            required = false)
    private Button look;

    @Parameter(type = ItemIO.OUTPUT, label = "Denoised image", persist = false)
    private ImagePlus denoised;

    private Optional<DenoisingPreview> shown = Optional.empty();

    public DenoiseImage() {
        super(HelpPage.DENOISE);
    }

    /** The preview sees by itself what has changed. */
    @Override
    public void preview() {}

    /** Called where the dialog is cancelled, and in the end of what was stopped. */
    @Override
    public void cancel() {
        shown.ifPresent(DenoisingPreview::close);
        shown = Optional.empty();
    }

    @Override
    public void run() {
        cancel();
        Guard.run(this, this::denoise);
    }

    /** Called by the button, on the event thread. The fixed choices cannot name the user's own. */
    private void chooseModel() {
        if (GraphicsEnvironment.isHeadless()) return;
        new ModelWindow(InstalledModels.found().list()).choose().ifPresent(this::take);
    }

    /** Called by the button, on the event thread. */
    private void togglePreview() {
        if (shown.isPresent()) cancel();
        else if (input != null) shown = Optional.of(DenoisingPreview.open(input, this::chosen));
    }

    private DenoisingPreview.Choice chosen() {
        return new PreviewChoice(input, new ModelChoice(model, file), device, axes);
    }

    private void take(String installedModel) {
        model = ModelChoice.FILE;
        file = installedModel;
    }

    private void denoise() throws IOException {
        ImagePlus noisy = Values.image(input, "There is no image: open the noisy image first.");
        try (StatusBar bar = StatusBar.open(this, "Denoising")) {
            DenoisingStatus progress = new DenoisingStatus(bar, StopRequest.of(this), "Denoising");
            if (virtual && noisy.getStackSize() > 1) publish(noisy, slices(noisy, progress));
            else publish(noisy, outcome(noisy, progress));
        }
    }

    private void publish(ImagePlus noisy, Outcome outcome) {
        publish(noisy, outcome.image());
        if (trust) new TrustTable(denoised).append(outcome.trustReport());
    }

    private void publish(ImagePlus noisy, ImagePlus result) {
        result.setTitle(ResultImages.title(noisy, "denoised"));
        denoised = ResultImages.publish(result);
    }

    /** In float32 on every device, so that all slices are. */
    private ImagePlus slices(ImagePlus noisy, DenoisingListener progress) throws IOException {
        if (trust)
            throw new IllegalArgumentException(
                    "The trust report needs all slices: choose it, or slices that are computed when"
                            + " they are looked at, but not both.");
        DenoisingSettings settings = settings().in(PrecisionChoice.FLOAT32);
        ModelChoice choice = new ModelChoice(model, file);
        ImageDenoiser denoiser =
                new ImageDenoiser(choice.open(noisy, settings.axes(), IJ::log), settings);
        try {
            SlicesOnDemand slices = new SlicesOnDemand(denoiser, noisy, progress, IJ::log);
            ImageEnd.of(slices.image(), slices, SlicesOnDemand::close);
            return slices.image();
        } catch (RuntimeException e) {
            denoiser.close();
            throw e;
        }
    }

    private Outcome outcome(ImagePlus noisy, DenoisingListener progress) throws IOException {
        ModelChoice choice = new ModelChoice(model, file);
        try (Denoising denoising = choice.denoising(settings(), this::zeroShotSettings, IJ::log)) {
            return denoising.outcome(noisy, progress);
        }
    }

    private ZeroShotSettings zeroShotSettings() {
        return new ZeroShotSettings(
                settings(),
                Portion.parse(Values.text(portion)),
                steps == 0 ? ZeroShotSettings.STANDARD_STEPS : steps,
                seed);
    }

    private DenoisingSettings settings() {
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        Uncertainty wanted = Uncertainty.parse(Values.text(uncertainty));
        AxisChoice stack = AxisChoice.parse(Values.text(axes));
        return new DenoisingSettings(choice, tile, asfloat, wanted.estimate(count, seed), stack)
                .in(PrecisionChoice.AUTO);
    }
}
