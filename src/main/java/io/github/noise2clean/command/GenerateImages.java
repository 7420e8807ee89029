package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageGenerator;
import io.github.noise2clean.denoise.PosteriorSamples;
import io.github.noise2clean.denoise.SamplingSettings;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws samples of a variational model. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Generate Images", weight = 5)
        })
public final class GenerateImages extends ExplainedCommand {

    static final String PRIOR = "prior";
    static final String IMAGE = "image";

    @Parameter(
            label = "Variational model",
            description =
                    "file: one that Train Denoiser has written. mnist-resblock-vae: handwritten digits."
                            + " fashion-mnist-resblock-vae: clothes.",
            choices = {ModelChoice.FILE, "mnist-resblock-vae", "fashion-mnist-resblock-vae"},
            persist = false)
    private String model = ModelChoice.FILE;

    @Parameter(
            label = "Model file",
            description = "The .zip file; used where the model is 'file'.",
            style = "file",
            persist = false)
    private String file = "";

    @Parameter(
            label = "Samples of",
            description =
                    "prior: new images. image: what the noisy image may have been, with mean and"
                            + " standard deviation.",
            choices = {PRIOR, IMAGE},
            persist = false)
    private String from = PRIOR;

    /** A choice of its own tells whether it is used: Fiji gives the active image unasked. */
    @Parameter(
            label = "Image: the noisy one",
            description = "Used where the samples are of the image.",
            persist = false,
            required = false)
    private ImagePlus input;

    @Parameter(
            label = "Number of samples",
            description = "1 to 10000, each a plane of the result.",
            min = "1",
            max = "10000",
            persist = false)
    private int count = 16;

    @Parameter(
            label = "Prior: width",
            description = "In pixels, of new images.",
            min = "1",
            persist = false)
    private int width = 28;

    @Parameter(
            label = "Prior: height",
            description = "In pixels, of new images.",
            min = "1",
            persist = false)
    private int height = 28;

    @Parameter(label = "Seed", description = "The same seed gives the same.", persist = false)
    private long seed = 1;

    @Parameter(
            label = "Device",
            description = "auto: a GPU where there is one. cpu, gpu, mps: there and nowhere else.",
            choices = {"auto", "cpu", "gpu", "mps"},
            persist = false)
    private String device = "auto";

    @Parameter(type = ItemIO.OUTPUT, label = "Generated images", persist = false)
    private ImagePlus generated;

    public GenerateImages() {
        super(HelpPage.GENERATE);
    }

    @Override
    public void run() {
        Guard.run(this, this::generate);
    }

    private void generate() throws IOException {
        TrainedModel trained = new ModelChoice(model, file).openTrained();
        try (StatusBar bar = StatusBar.open(this, "Generating")) {
            DenoisingListener progress =
                    new DenoisingStatus(bar, StopRequest.of(this), "Generating");
            generated = ResultImages.publish(samples(trained, progress));
        }
    }

    private ImagePlus samples(TrainedModel trained, DenoisingListener progress) throws IOException {
        return switch (Values.text(from)) {
            case PRIOR ->
                    ImageGenerator.generate(
                            trained, new ImageSize(width, height), settings(), progress);
            case IMAGE -> ofImage(trained, progress);
            default ->
                    throw new IllegalArgumentException(
                            "There are no samples of '" + from + "': choose prior or image.");
        };
    }

    private ImagePlus ofImage(TrainedModel trained, DenoisingListener progress) throws IOException {
        ImagePlus noisy = Values.image(input, "There is no image: open the noisy image first.");
        PosteriorSamples.warning(trained).ifPresent(IJ::log);
        ImagePlus samples = PosteriorSamples.of(trained, noisy, settings(), progress);
        samples.setTitle(ResultImages.title(noisy, "samples"));
        return samples;
    }

    private SamplingSettings settings() {
        return new SamplingSettings(DeviceChoice.parse(Values.text(device)), count, seed);
    }
}
