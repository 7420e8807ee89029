package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.dataset.ExampleFiles;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.monitor.HeldOutMontage;
import io.github.noise2clean.monitor.TrainingPlot;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.CodeUse;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingListener;
import io.github.noise2clean.train.TrainingPlan;
import io.github.noise2clean.train.TrainingSettings.Patches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
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
public final class TrainDenoiser extends ContextCommand {

    private static final int SHOWN = 8;
    private static final int SHOWN_SIDE = 192;

    @Parameter(persist = false, required = false)
    private StatusService status;

    @Parameter(persist = false)
    private LogService log;

    @Parameter(
            label = "Open image",
            description = "Used where no file or folder is given.",
            persist = false,
            required = false)
    private ImagePlus input;

    @Parameter(
            label = "The open image is",
            description =
                    "clean: noise is added to it. noisy: hidden pixels are learned from their"
                            + " surroundings (Noise2Void). repeats: its frames, or else its slices,"
                            + " show the same thing again and again (Noise2Noise).",
            choices = {"clean", "noisy", "repeats"},
            persist = false)
    private String kind = "clean";

    @Parameter(
            label = "Clean images",
            description = "A file, or a folder of files.",
            style = "directory",
            persist = false,
            required = false)
    private String clean = "";

    @Parameter(
            label = "Noisy images",
            description =
                    "A file, or a folder of files. With clean images or repeats, of the same things,"
                            + " in the order of their names; alone, for Noise2Void.",
            style = "directory",
            persist = false,
            required = false)
    private String noisy = "";

    @Parameter(
            label = "Fit the clean images' grey values to the noisy ones'",
            description = "For pairs that were scaled otherwise, each image linearly.",
            persist = false)
    private boolean matched = false;

    @Parameter(
            label = "Repeats",
            description =
                    "Noisy images of the same thing again and again: a stack, a folder of images of"
                            + " one thing, or a folder of such stacks.",
            style = "directory",
            persist = false,
            required = false)
    private String repeats = "";

    @Parameter(
            label = "Only consecutive repeats match",
            description = "As in a time series of something that moves.",
            persist = false)
    private boolean consecutive = false;

    @Parameter(
            label = "Noise is correlated along",
            description =
                    "For noisy images alone: pixels on a line along this axis are hidden together. auto"
                            + " measures the noise.",
            choices = {"auto", "none", "x", "y"},
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Preset",
            description =
                    "Noise, network, patches and learning rate of a system for small pictures such"
                            + " as digits, in place of those below; none takes those below.",
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
            persist = false)
    private String preset = "none";

    @Parameter(
            label = "Noise to add",
            description =
                    "Where there are no noisy images, auto for that of the open image's camera, or"
                            + " one of these or several joined by +:"
                            + " gaussian:LEVEL in grey levels or gaussian:LEVEL% of the data range,"
                            + " poisson:PHOTONS, poisson-gaussian:PHOTONS,LEVEL%,"
                            + " salt-and-pepper:SHARE%, masking:SHARE%, speckle:LEVEL%, clip."
                            + " A range such as gaussian:5-50 is drawn for each patch.",
            persist = false)
    private String noise = "gaussian:10%";

    @Parameter(
            label = "Clip the noise",
            description = "Limit the noisy pixels to the data range, as a camera does: adds +clip.",
            persist = false)
    private boolean clip = false;

    @Parameter(
            label = "Network",
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
            persist = false)
    private String network = "auto";

    @Parameter(
            label = "Epochs (0 = automatic)",
            description = "Automatic: as many as the preset has, or 20.",
            min = "0",
            persist = false)
    private int epochs = 0;

    @Parameter(
            label = "Steps per epoch (0 = automatic)",
            description = "Automatic: as many as look at about every pixel once, 50 to 1000.",
            min = "0",
            persist = false)
    private int steps = 0;

    @Parameter(label = "Patch size (pixels along each side)", min = "8", persist = false)
    private int patch = 64;

    @Parameter(
            label = "Keep patches upright",
            description =
                    "Never turn or mirror patches: for what has a direction, such as scan lines.",
            persist = false)
    private boolean upright = false;

    @Parameter(label = "Patches per step", min = "1", persist = false)
    private int batch = 16;

    @Parameter(label = "Learning rate", persist = false)
    private double rate = 1e-3;

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same model on a CPU.",
            persist = false)
    private long seed = 1;

    @Parameter(
            label = "Device",
            description = "Where to compute: auto takes a GPU where there is one.",
            choices = {"auto", "cpu", "gpu", "mps"},
            persist = false)
    private String device = "auto";

    @Parameter(label = "Model file to write (.zip)", style = "save", persist = false)
    private String output = "";

    @Parameter(
            label = "Resume",
            description = "Go on with a training that was stopped, with the same settings.",
            persist = false)
    private boolean resume = false;

    @Override
    public void run() {
        Guard.run(this, this::train);
    }

    private void train() throws IOException {
        Path file = Values.path(output, "No model file is given: say where to save the model.");
        AtomicFiles.requireWritable(file);
        StopRequest stop = StopRequest.of(this);
        DeviceChoice choice = DeviceChoice.parse(Values.text(device));
        Examples examples = examples();
        LearningFields learning =
                new LearningFields(
                        preset, network, epochs, steps, new Patches(patch, batch, !upright), rate);
        Preset chosen = learning.preset(examples);
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
                        choice);
        TrainingJob job = new TrainingJob(plan, images, file);
        StatusBar bar = StatusBar.of(status);
        TrainingPlot plot = TrainingPlot.open("Training " + name(file));
        TrainingListener listener = new TrainingStatus(bar, log).andThen(plot);
        try {
            TrainingJob.Result result =
                    resume ? job.resume(listener, stop::isMade) : job.start(listener, stop::isMade);
            result.codeUse().map(CodeUse::sentence).ifPresent(log::info);
            log.info(TrainingStatus.outcome(result, file));
            if (plot.isOpen() && !result.model().card().history().isEmpty())
                plot.show(HeldOutMontage.of(result.model(), heldOut(images), choice));
        } finally {
            bar.end("");
        }
    }

    private Examples examples() {
        List<Path> cleanPaths = Values.paths(clean);
        Treatment treatment =
                new Treatment(
                        NoiseModel.parse(
                                Examples.noise(
                                        Values.text(noise), input, !cleanPaths.isEmpty(), IJ::log),
                                clip),
                        consecutive,
                        Examples.mask(mask));
        List<Path> noisyPaths = Values.paths(noisy);
        List<Path> repeatsPaths = Values.paths(repeats);
        if (Stream.of(cleanPaths, noisyPaths, repeatsPaths).allMatch(List::isEmpty))
            return Examples.open(
                    Values.image(
                            input,
                            "There is nothing to learn from: open an image, or give a file or"
                                    + " folder."),
                    kind,
                    treatment);
        return Examples.of(
                new ExampleFiles(cleanPaths, noisyPaths, repeatsPaths), treatment, matched);
    }

    private static HeldOutImages heldOut(TrainingSet images) {
        return HeldOutImages.of(images, SHOWN, SHOWN_SIDE);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }
}
