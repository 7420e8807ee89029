package io.github.noise2clean.command;

import ij.ImagePlus;
import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.HeldOutMontage;
import io.github.noise2clean.monitor.TrainingPlot;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.CodeUse;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Preset.Recipe;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.train.TrainingJob;
import io.github.noise2clean.train.TrainingListener;
import io.github.noise2clean.train.TrainingPlan;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import io.github.noise2clean.train.TrainingSettings.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

    private static final int DIMENSIONS = 2;
    private static final String NO_PRESET = "none";
    private static final int SHOWN = 8;
    private static final int SHOWN_SIDE = 192;

    @Parameter(persist = false, required = false)
    private StatusService status;

    @Parameter(persist = false)
    private LogService log;

    @Parameter(
            label = "Clean image",
            description = "Used where no file or folder of clean images is given.",
            persist = false,
            required = false)
    private ImagePlus input;

    @Parameter(
            label = "Clean images (empty = the open image)",
            description = "A file, or a folder of files.",
            style = "directory",
            persist = false,
            required = false)
    private String clean = "";

    @Parameter(
            label = "Noisy images (empty = add noise)",
            description =
                    "A file or folder with noisy images of the same things, matched to the clean"
                            + " ones in the order of their names.",
            style = "directory",
            persist = false,
            required = false)
    private String noisy = "";

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
    private String preset = NO_PRESET;

    @Parameter(
            label = "Noise to add",
            description =
                    "Where there are no noisy images, one of these or several joined by +:"
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
                "resblock-ae",
                "resblock-vae",
                "noise2clean-ae",
                "noise2clean-vae",
                "vanilla-ae",
                "cifar-ae",
                "pooling-ae",
                "strided-ae"
            },
            persist = false)
    private String network = "resblock-ae";

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

    @Parameter(
            label = "Patch size",
            description = "Pixels along each side of a patch.",
            min = "8",
            persist = false)
    private int patch = 64;

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
        Preset chosen = chosen();
        Examples examples = examples(chosen);
        TrainingSet images = examples.files().split(seed);
        TrainingJob job = new TrainingJob(plan(chosen, examples, images, choice), images, file);
        StatusBar bar = StatusBar.of(status);
        TrainingPlot plot = TrainingPlot.open("Training " + name(file));
        TrainingListener listener = new TrainingStatus(bar, log).andThen(plot);
        try {
            TrainingJob.Result result =
                    resume ? job.resume(listener, stop::isMade) : job.start(listener, stop::isMade);
            result.codeUse().map(CodeUse::sentence).ifPresent(log::info);
            log.info(outcome(result, file));
            if (plot.isOpen() && !result.model().card().history().isEmpty())
                plot.show(heldOut(result.model(), images, choice));
        } finally {
            bar.end("");
        }
    }

    /** The preset, or one of the fields below it; checked before images are read. */
    private Preset chosen() {
        checkSchedule();
        String named = Values.text(preset).strip();
        if (!named.isEmpty() && !named.equals(NO_PRESET)) return Presets.named(named);
        Preset standard = Presets.standard();
        return new Preset(
                standard.origin(),
                Architectures.named(Values.text(network), DIMENSIONS),
                NoiseModel.parse(Values.text(noise), clip),
                new Recipe(
                        Optimisation.standard(rate),
                        new Patches(patch, batch),
                        standard.recipe().epochs()),
                Optional.empty());
    }

    private TrainingPlan plan(
            Preset chosen, Examples examples, TrainingSet images, DeviceChoice choice) {
        return new TrainingPlan(
                name(Path.of(output.strip())),
                examples.description(),
                chosen.architecture(),
                examples.files().normalization(),
                chosen.settings(schedule(chosen, images), seed),
                choice);
    }

    private Examples examples(Preset chosen) throws IOException {
        Optional<Path> noisyPath = Values.path(noisy);
        Optional<Path> cleanPath = Values.path(clean);
        if (noisyPath.isPresent())
            return Examples.pairs(
                    noisyPath.get(),
                    Values.path(clean, "Noisy images need their clean ones: give those too."),
                    chosen);
        if (cleanPath.isPresent()) return Examples.withNoise(cleanPath.get(), chosen);
        return Examples.withNoise(
                Values.image(
                        input,
                        "There are no clean images: open one, or give a file or folder of them."),
                chosen);
    }

    private Schedule schedule(Preset chosen, TrainingSet images) {
        int count = epochs > 0 ? epochs : chosen.recipe().epochs();
        return steps > 0 ? new Schedule(count, steps) : chosen.schedule(images, count);
    }

    private void checkSchedule() {
        if (epochs < 0)
            throw new IllegalArgumentException(
                    "There must be at least 1 epoch, or 0 for automatic, not " + epochs + ".");
        checkSteps();
    }

    private static HeldOutMontage heldOut(
            TrainedModel model, TrainingSet images, DeviceChoice choice) throws IOException {
        HeldOutImages examples = HeldOutImages.of(images, SHOWN, SHOWN_SIDE);
        return HeldOutMontage.of(model, examples, choice);
    }

    private void checkSteps() {
        if (steps < 0)
            throw new IllegalArgumentException(
                    "There must be at least 1 step per epoch, or 0 for automatic, not "
                            + steps
                            + ".");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }

    private static String outcome(TrainingJob.Result result, Path file) {
        int finished = result.model().card().history().size();
        if (result.finished()) return "Saved " + file;
        return finished == 0
                ? "Stopped before the first epoch ended: nothing was written."
                : "Stopped after epoch %d: the best weights so far are kept in %s; resume goes on."
                        .formatted(finished, file);
    }
}
