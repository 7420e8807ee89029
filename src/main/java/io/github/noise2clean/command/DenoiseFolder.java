package io.github.noise2clean.command;

import ij.IJ;
import io.github.noise2clean.batch.Batch;
import io.github.noise2clean.batch.BatchFiles;
import io.github.noise2clean.batch.BatchLog;
import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.batch.FileSearch;
import io.github.noise2clean.batch.NamePattern;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Uncertainty;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.PrecisionChoice;
import io.github.noise2clean.zeroshot.Denoising;
import io.github.noise2clean.zeroshot.ModelSuggestion;
import io.github.noise2clean.zeroshot.ZeroShotSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Denoises all images of a folder, file by file, as Denoise Image does an open one. The names of
 * its fields are the keys of macros.
 */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Noise2Clean"),
            @Menu(label = "Denoise Folder", weight = 2.5)
        })
public final class DenoiseFolder extends ExplainedCommand {

    private static final String STANDARD_FOLDER = "denoised";
    private static final String STANDARD_LOG = "noise2clean-log.csv";
    private static final int STANDARD_COUNT = 16;
    private static final long STANDARD_SEED = 1;

    @Parameter(
            label = "Folder of noisy images",
            description = "All images in it that can be read are denoised.",
            style = "directory",
            persist = false,
            required = false)
    private String input = "";

    @Parameter(
            label = "Folder for the results",
            description = "Empty: the folder 'denoised' within that of the noisy images.",
            style = "directory",
            persist = false,
            required = false)
    private String output = "";

    @Parameter(
            label = "Folders within too",
            description = "Results go into folders of the same names.",
            persist = false)
    private boolean recursive = false;

    @Parameter(
            label = "Names",
            description = "Such as *_ch1.tif or *.{tif,png}; empty for all images.",
            persist = false,
            required = false)
    private String pattern = "";

    @Parameter(
            label = "Suffix of the results' names",
            description = "Such as -denoised. Files whose names end so are not taken.",
            persist = false,
            required = false)
    private String suffix = "";

    @Parameter(
            label = "Skip what is done",
            description = "Images whose result is there, and not older than they are.",
            persist = false)
    private boolean skipdone = true;

    @Parameter(
            label = "Log",
            description =
                    "A table (CSV) with a row for each image: file, outcome, seconds, message. Empty:"
                            + " noise2clean-log.csv in the folder for the results.",
            style = "save",
            persist = false,
            required = false)
    private String log = "";

    @Parameter(
            label = "Model",
            description =
                    "auto: for each image what suits it, as in Denoise Image. file: one that Train"
                            + " Denoiser has written, or the name of any installed one. this image: a"
                            + " small network is trained on each image alone. fluorescence:"
                            + " fluorescence of any kind, any camera. electron-microscopy: scanning"
                            + " electron micrographs. natural-grey: photographs and like grey images."
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
            persist = false,
            required = false)
    private String file = "";

    @Parameter(
            label = "Slices are",
            description =
                    "Of stacks opened with z and time confused. auto: as each image says. z: frames are"
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
            label = "32-bit results",
            description = "Otherwise each is of the type of its noisy image.",
            persist = false)
    private boolean asfloat = false;

    @Parameter(
            label = "Uncertainty",
            description =
                    "none: one guess. average: the mean over eight turns and mirrors of the image."
                            + " spread: also their standard deviation. samples: mean, standard"
                            + " deviation and 16 samples of a variational model. The latter two add"
                            + " channels.",
            choices = {"none", "average", "spread", "samples"},
            persist = false)
    private String uncertainty = "none";

    @Parameter(type = ItemIO.OUTPUT, label = "Report", persist = false)
    private String report;

    @Parameter(type = ItemIO.OUTPUT, label = "Failed images", persist = false)
    private int failed;

    public DenoiseFolder() {
        super(HelpPage.BATCH);
    }

    @Override
    public void run() {
        Guard.run(this, this::denoiseAll);
    }

    private void denoiseAll() throws IOException {
        StopRequest stop = StopRequest.of(this);
        Path noisy = Values.path(input, "Give the folder of the noisy images.");
        Path results = Values.path(output).orElse(noisy.resolve(STANDARD_FOLDER));
        DenoisingSettings settings = settings();
        ModelChoice choice = new ModelChoice(model, file);
        try (Denoising denoising = choice.denoising(settings, this::zeroShot, IJ::log)) {
            BatchFiles files = files(noisy, results);
            Path table = Values.path(log).orElse(results.resolve(STANDARD_LOG));
            try (BatchLog rows = BatchLog.of(Optional.of(table))) {
                Batch batch = new Batch(denoising, settings);
                publish(summary(batch, files, rows, stop));
            }
        }
    }

    private BatchFiles files(Path noisy, Path results) throws IOException {
        Optional<NamePattern> names =
                Optional.of(Values.text(pattern).strip())
                        .filter(text -> !text.isEmpty())
                        .map(NamePattern::new);
        FileSearch search = new FileSearch(recursive, names, Values.text(suffix).strip());
        BatchFiles files = BatchFiles.of(List.of(noisy), search, results);
        if (files.files().isEmpty()) throw new IOException(files.settled().get(0).message());
        return skipdone ? files.withoutDone() : files;
    }

    private BatchSummary summary(Batch batch, BatchFiles files, BatchLog rows, StopRequest stop)
            throws IOException {
        StatusBar bar = StatusBar.open(this, "Denoising");
        try (BatchStatus progress = new BatchStatus(bar, stop)) {
            return batch.run(files, rows, progress);
        }
    }

    private void publish(BatchSummary summary) {
        report = summary.sentence();
        failed = summary.failed();
        IJ.log(report);
        if (summary.isStopped()) cancel(null);
    }

    private DenoisingSettings settings() {
        Uncertainty wanted = Uncertainty.parse(Values.text(uncertainty));
        return new DenoisingSettings(
                DeviceChoice.parse(Values.text(device)),
                tile,
                asfloat,
                wanted.estimate(STANDARD_COUNT, STANDARD_SEED),
                AxisChoice.parse(Values.text(axes)),
                PrecisionChoice.AUTO);
    }

    private ZeroShotSettings zeroShot() {
        return ZeroShotSettings.standard(settings());
    }
}
