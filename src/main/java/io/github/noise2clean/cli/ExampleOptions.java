package io.github.noise2clean.cli;

import io.github.noise2clean.dataset.BlindSpot;
import io.github.noise2clean.dataset.ExampleFiles;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import io.github.noise2clean.dataset.PairMatch;
import io.github.noise2clean.dataset.Preparation;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.train.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a network shall learn from. */
final class ExampleOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--clean",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Clean images: files, and folders of files.")
    private List<Path> clean = List.of();

    @Option(
            names = "--noisy",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Noisy images. With --clean or --repeats, of the same things, matched in the order"
                            + " of their names; alone, the network learns to foresee hidden pixels"
                            + " (Noise2Void).")
    private List<Path> noisy = List.of();

    @Option(
            names = "--repeats",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Noisy images of the same thing again and again (Noise2Noise): a stack is one"
                            + " thing in its frames, or else its slices; a folder holds images of"
                            + " one thing, or such stacks. With --noisy, a second image of each.")
    private List<Path> repeats = List.of();

    @Option(
            names = "--consecutive",
            description =
                    "Of --repeats, only neighbours show the same thing, as in a time series of"
                            + " something that moves.")
    private boolean consecutive;

    @Option(
            names = "--mask",
            paramLabel = "AXIS",
            description =
                    "Of --noisy alone, along which axis the noise of neighbours is correlated: none,"
                            + " x or y, as along the scan lines of an electron microscope. Default:"
                            + " what is measured in the images.")
    private Optional<BlindSpot.Line> mask = Optional.empty();

    @Option(
            names = "--neighbours",
            description =
                    "Of --noisy alone: hide no pixels, but learn to make one of its neighbour, at half"
                            + " the resolution (Neighbor2Neighbor). The better way where the noise"
                            + " is not correlated.")
    private boolean neighbours;

    @Option(
            names = "--align",
            description =
                    "Move each clean image to where its noisy one lies, by up to 16 pixels, where"
                            + " stage or scan drifted between the two; both are cropped to what"
                            + " they share.")
    private boolean align;

    @Option(
            names = "--match-intensities",
            description =
                    "Map each clean image linearly to the grey values of its noisy one, where"
                            + " exposures or stretches differ.")
    private boolean matchIntensities;

    @Option(
            names = "--axes",
            paramLabel = "A",
            defaultValue = "auto",
            description =
                    "What the planes of a stack are: auto for what the image says, z to take frames"
                            + " for slices, or t to take slices for frames (default:"
                            + " ${DEFAULT-VALUE}).")
    private AxisChoice axes;

    @Mixin private NoiseOptions noise;

    @Option(
            names = "--normalization",
            paramLabel = "RULE",
            description =
                    "fixed:LOW,HIGH, percentile:LOW,HIGH or mean-std; or, so that the noise is the"
                            + " same at every brightness and exposure, anscombe:GAIN,OFFSET,READ of"
                            + " a camera or anscombe:auto, which finds it in each image. Default:"
                            + " fixed:0,255 for 8-bit and RGB images, percentile:0.1,99.9 for"
                            + " others.")
    private Optional<Normalization> normalization = Optional.empty();

    TrainingFiles read(Preset preset) throws IOException {
        requireFitting();
        Preparation usual = preset.preparation();
        Preparation preparation =
                new Preparation(normalization, usual.cut(), usual.resizedTo())
                        .with(PairMatch.of(align, matchIntensities));
        return files().read(treatment(preset), preparation);
    }

    String description(Preset preset, TrainingFiles read) {
        return files().description(treatment(preset), read);
    }

    /** The network that suits such images. */
    Architecture suitingNetwork(InputImages images) {
        return Architectures.suiting(files().way() == Way.NOISY_ONLY && !neighbours, images);
    }

    /**
     * The first of the files.
     *
     * @throws IOException with a sentence, when there is none
     */
    Path first() throws IOException {
        return files().first();
    }

    /**
     * The noise in place of the preset's, where it is given.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    NoiseModel over(NoiseModel preset) throws IOException {
        return noise.over(preset, command.commandLine().getErr());
    }

    private ExampleFiles files() {
        return new ExampleFiles(clean, noisy, repeats);
    }

    private Treatment treatment(Preset preset) {
        return new Treatment(preset.noise(), consecutive, mask, neighbours, axes);
    }

    /** Options that would be without effect are mistakes. */
    private void requireFitting() {
        Way way = files().way();
        String added = noise.given().orElse("");
        require(
                added.isEmpty() || way == Way.NOISE,
                added + " is for --clean images alone: these are noisy already.");
        require(
                !consecutive || (way == Way.REPEATS && noisy.isEmpty()),
                "--consecutive is for --repeats without --noisy images.");
        require(!align || way == Way.PAIRS, "--align is for pairs of --noisy and --clean images.");
        require(
                !matchIntensities || way == Way.PAIRS,
                "--match-intensities is for pairs of --noisy and --clean images.");
        require(mask.isEmpty() || way == Way.NOISY_ONLY, "--mask is for --noisy images alone.");
        require(!neighbours || way == Way.NOISY_ONLY, "--neighbours is for --noisy images alone.");
    }

    private void require(boolean condition, String sentence) {
        if (!condition) throw mistake(sentence);
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
