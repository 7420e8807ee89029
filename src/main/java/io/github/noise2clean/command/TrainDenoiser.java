package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.live.TrainingControl;
import io.github.noise2clean.model.About;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a network and saves it. The names of its fields are the keys of macros. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Train Denoiser", weight = 1)
        })
public final class TrainDenoiser extends ExampleParameters {

    @Parameter(persist = false)
    private LogService log;

    @Parameter(
            label = "Preset",
            description =
                    "none: the fields below count. Otherwise noise, network, patches and learning rate of"
                            + " a system for small pictures such as digits. noise2clean-ae,"
                            + " noise2clean-vae, vanilla-ae, cifar-ae, pooling-ae, strided-ae: as"
                            + " published. resblock-ae, resblock-vae: this program's own answer.",
            choices = {
                "none",
                "noise2clean-ae",
                "noise2clean-vae",
                "vanilla-ae",
                "cifar-ae",
                "pooling-ae",
                "strided-ae",
                "resblock-ae",
                "resblock-vae"
            },
            callback = "tell",
            persist = false)
    private String preset = "none";

    @Parameter(
            label = "Network",
            description =
                    "auto: what suits the examples. resblock-ae: the usual one. resblock-vae: draws"
                            + " samples, and so tells how sure it is. blindspot-ae: for noisy images"
                            + " alone. strided-vae: a small one that draws. noise2clean-ae,"
                            + " noise2clean-vae, vanilla-ae, cifar-ae, pooling-ae, strided-ae: those"
                            + " of the presets.",
            choices = {
                "auto",
                "resblock-ae",
                "resblock-vae",
                "blindspot-ae",
                "noise2clean-ae",
                "noise2clean-vae",
                "vanilla-ae",
                "cifar-ae",
                "pooling-ae",
                "strided-ae",
                "strided-vae"
            },
            callback = "tell",
            persist = false)
    private String network = "auto";

    @Parameter(
            label = "Epochs (0 = automatic)",
            description = "Automatic: as many as the preset has, or 20.",
            min = "0",
            callback = "tell",
            persist = false)
    private int epochs = 0;

    @Parameter(
            label = "Steps per epoch (0 = automatic)",
            description = "Automatic: as many as look at about every pixel once, 50 to 1000.",
            min = "0",
            callback = "tell",
            persist = false)
    private int steps = 0;

    @Parameter(
            label = "Patch size (0 = automatic)",
            description = "Pixels along each side of a patch. Automatic: 64; of volumes, 32.",
            min = "0",
            callback = "tell",
            persist = false)
    private int patch = 0;

    @Parameter(
            label = "Keep patches upright",
            description =
                    "Never turn or mirror patches: for what has a direction, such as scan lines.",
            persist = false)
    private boolean upright = false;

    @Parameter(
            label = "Patches per step (0 = automatic)",
            description = "Automatic: 16; of volumes, 8.",
            min = "0",
            callback = "tell",
            persist = false)
    private int batch = 0;

    @Parameter(
            label = "Learning rate",
            description =
                    "The highest, soon after the start, above 0 and at most 1; it falls to 0 at the end.",
            persist = false)
    private double rate = 1e-3;

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same model on a CPU.",
            persist = false)
    private long seed = 1;

    @Parameter(
            label = "Device",
            description = "auto: a GPU where there is one. cpu, gpu, mps: there and nowhere else.",
            choices = {"auto", "cpu", "gpu", "mps"},
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "Model file to write (.zip)",
            description = "Denoise Image opens it.",
            style = "save",
            initializer = "nameOutput",
            persist = false)
    private String output = "";

    @Parameter(
            label = "Resume",
            description = "Go on with a training that was stopped, with the same settings.",
            persist = false)
    private boolean resume = false;

    @Parameter(
            label = "What the model is for",
            description = "In a sentence, for those who get the model.",
            required = false,
            persist = false)
    private String description = "";

    @Parameter(
            label = "Authors of the model",
            description = "Several are separated by ; or, where there is no ; by commas.",
            required = false,
            persist = false)
    private String authors = "";

    @Parameter(
            label = "Licence of the model",
            description = "By its SPDX identifier, such as CC-BY-4.0.",
            required = false,
            persist = false)
    private String licence = "";

    @Override
    public void run() {
        Guard.run(this, this::train);
    }

    private void train() throws IOException {
        Path file = Values.path(output, "No model file is given: say where to save the model.");
        About said = new AboutFields(description, authors, licence).about();
        AtomicFiles.requireWritable(file);
        TrainingControl control = new TrainingControl(StopRequest.of(this)::isMade);
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        Examples examples = examples();
        LearningFields learning = learning();
        Preset chosen = learning.preset(examples, shown(examples));
        Examples.Read read = examples.read(chosen);
        read.files().warnings().forEach(IJ::log);
        TrainingSet images = read.files().split(seed);
        TrainingPlan plan =
                new TrainingPlan(
                        name(file),
                        read.description(),
                        chosen.architecture(),
                        read.files().normalization(),
                        chosen.settings(images, learning.schedule(chosen, images), seed),
                        choice,
                        said);
        try (StatusBar bar = StatusBar.open(this, "Training")) {
            new WatchedTraining(plan, images, file, control)
                    .run(resume, read.previews(images), bar, log);
        }
    }

    private LearningFields learning() {
        return new LearningFields(
                preset,
                network,
                new LearningFields.Length(epochs, steps),
                new LearningFields.PatchFields(patch, batch, upright),
                rate);
    }

    @Override
    String time(ImagePlus image) {
        try {
            Examples examples = examples();
            if (!(examples instanceof Examples.Open)) return "Files take as long as they are many.";
            LearningFields learning = learning();
            return learning.time(learning.preset(examples, shown(examples)), image).sentence();
        } catch (IllegalArgumentException | IOException e) {
            return e.getMessage();
        }
    }

    /** Called before the dialog opens: a new model of the user's own, named like the image. */
    private void nameOutput() throws IOException {
        if (asks() && Values.text(output).isBlank())
            output = InstalledModels.found().own().newFile(title()).toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }
}
