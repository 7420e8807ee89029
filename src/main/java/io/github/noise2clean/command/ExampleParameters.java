package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import io.github.noise2clean.dataset.ExampleFiles;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import io.github.noise2clean.dataset.PairMatch;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.TrainingProposal;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/** The fields that say what a network shall learn from. Their names are the keys of macros. */
abstract class ExampleParameters extends ExplainedCommand {

    @Parameter(
            visibility = ItemVisibility.MESSAGE,
            initializer = "propose",
            persist = false,
            required = false)
    private String proposal = "Open an image, and settings are proposed here.";

    @Parameter(
            label = "Take the proposal",
            description = "Fills in what the open image is, and how it is learned from.",
            callback = "takeProposal",
            persist = false,
            required = false)
    private Button taken;

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
            callback = "tell",
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
            label = "Pairs: align the clean images with the noisy ones",
            description =
                    "For pairs between which stage or scan drifted, by up to 16 pixels; both are"
                            + " cropped to what they share.",
            persist = false)
    private boolean aligned = false;

    @Parameter(
            label = "Pairs: fit the clean images' grey values to the noisy ones'",
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
            label = "Repeats: only consecutive ones match",
            description = "As in a time series of something that moves.",
            persist = false)
    private boolean consecutive = false;

    @Parameter(
            label = "Noisy images alone: noise is correlated along",
            description =
                    "x, y: pixels on a line along this axis are hidden together. none: each is by itself."
                            + " auto: what the measured noise asks for.",
            choices = {"auto", "none", "x", "y"},
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Noisy images alone: learn from neighbouring pixels",
            description =
                    "No pixels are hidden (Neighbor2Neighbor). The better way where the noise is not"
                            + " correlated.",
            persist = false)
    private boolean neighbours = false;

    @Parameter(
            label = "Clean images: noise to add",
            description =
                    "Where there are no noisy images, auto for that of the open image's camera, or"
                            + " one of these or several joined by +:"
                            + " gaussian:LEVEL in grey levels or gaussian:LEVEL% of the data range,"
                            + " poisson:PHOTONS, poisson-gaussian:PHOTONS,LEVEL%,"
                            + " salt-and-pepper:SHARE%, masking:SHARE%, speckle:LEVEL%,"
                            + " scan:LEVEL%,CORRELATION, clip."
                            + " A range such as gaussian:5-50 is drawn for each patch.",
            persist = false)
    private String noise = "gaussian:10%";

    @Parameter(
            label = "Clean images: clip the noise",
            description = "Limit the noisy pixels to the data range, as a camera does: adds +clip.",
            persist = false)
    private boolean clip = false;

    @Parameter(
            label = "Slices are",
            description =
                    "Of stacks opened with z and time confused. auto: as the image says. z: frames are"
                            + " slices. t: slices are frames.",
            choices = {"auto", "z", "t"},
            persist = false)
    private String axes = "auto";

    @Parameter(
            label = "Learn from volumes",
            description =
                    "With convolutions along z too: for stacks whose slices are z, never time.",
            callback = "tell",
            persist = false)
    private boolean volumes = false;

    @Parameter(
            label = "Volumes: slice distance in pixel widths (0 = automatic)",
            description = "Automatic: as the image is calibrated.",
            min = "0",
            persist = false)
    private double distance = 0;

    @Parameter(
            label = "Channels denoised together",
            description = "All that the images have; with 1, each channel is by itself.",
            min = "1",
            persist = false)
    private int channels = 1;

    @Parameter(
            label = "Planes: neighbouring ones shown on either side",
            description =
                    "With each plane, as further channels; needs stacks of twice as many planes and one"
                            + " more. Not for volumes.",
            min = "0",
            persist = false)
    private int around = 0;

    @Parameter(
            label = "Planes: neighbours are along",
            description = "z: slices. t: frames.",
            choices = {"z", "t"},
            persist = false)
    private String along = "z";

    private Optional<TrainingProposal> proposed = Optional.empty();

    ExampleParameters() {
        super(HelpPage.TRAIN);
    }

    /** How long training on an image takes as the fields are, or why it cannot be, for the user. */
    abstract String time(ImagePlus image);

    /** Whether a dialog may open; whoever calls from a macro is not proposed anything. */
    static boolean asks() {
        return !GraphicsEnvironment.isHeadless() && Macro.getOptions() == null;
    }

    /** Called before the dialog opens, not on the event thread. */
    private void propose() {
        if (!asks() || input == null || input.getProcessor() == null) return;
        proposed = Optional.of(TrainingProposal.of(input));
        tell();
    }

    /** Of the open image, or "model". */
    final String title() {
        return input == null ? "model" : input.getTitle();
    }

    /** Called by the button. */
    private void takeProposal() {
        proposed.ifPresent(this::take);
        tell();
    }

    private void take(TrainingProposal found) {
        kind = Examples.kind(found.way());
        neighbours = found.neighbours();
        volumes = found.volumes();
    }

    /** Called by fields that decide how long the training takes. */
    final void tell() {
        proposed.ifPresent(found -> proposal = html(found.sentence()) + "<br>" + html(time(input)));
    }

    /** What the dialog's renderer shows as it is. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    final Examples examples() {
        Examples examples = given();
        if (aligned && examples.way() != Way.PAIRS)
            throw new IllegalArgumentException(
                    "Only pairs can be aligned: give noisy images and clean ones, as files or"
                            + " folders.");
        return examples;
    }

    private Examples given() {
        List<Path> cleanPaths = Values.paths(clean);
        Treatment treatment =
                new Treatment(
                        NoiseModel.parse(
                                Examples.noise(
                                        Values.text(noise), input, !cleanPaths.isEmpty(), IJ::log),
                                clip),
                        consecutive,
                        Examples.mask(mask),
                        neighbours,
                        AxisChoice.parse(Values.text(axes)));
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
                new ExampleFiles(cleanPaths, noisyPaths, repeatsPaths),
                treatment,
                PairMatch.of(aligned, matched));
    }

    /**
     * What the network shall be shown at once.
     *
     * @throws IllegalArgumentException with a sentence for the user
     * @throws IOException with a sentence for the user, if a file is needed and cannot be read
     */
    final InputImages shown(Examples examples) throws IOException {
        Optional<PlaneContext> planes =
                around == 0
                        ? Optional.empty()
                        : Optional.of(PlaneContext.of(around, Values.text(along)));
        if (!volumes) return new InputImages(2, channels, 1, planes);
        double slices = distance == 0 ? examples.sliceDistance() : distance;
        return new InputImages(3, channels, slices, planes);
    }
}
