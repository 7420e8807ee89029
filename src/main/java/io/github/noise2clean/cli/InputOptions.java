package io.github.noise2clean.cli;

import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.image.SliceDistance;
import io.github.noise2clean.network.InputImages;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a network shall be shown of an image at once. */
final class InputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--volumes",
            description =
                    "Learn from volumes, with convolutions along z too, and not from planes: for"
                            + " stacks whose slices are z, never time.")
    private boolean volumes;

    @Option(
            names = "--slice-distance",
            paramLabel = "D",
            description =
                    "Of --volumes, how far apart slices are, in pixel widths: far ones are merged"
                            + " later. Default: as the first image is calibrated, or else 1.")
    private Optional<Double> sliceDistance = Optional.empty();

    @Option(
            names = "--channels",
            paramLabel = "N",
            description =
                    "How many channels are denoised together, all that the images have; with 1, each"
                            + " is by itself (default: 1).")
    private Optional<Integer> channels = Optional.empty();

    @Option(
            names = "--around",
            paramLabel = "N",
            description =
                    "How many neighbouring planes on either side are shown along with each plane, as"
                            + " further channels; needs stacks of 2N + 1 planes or more.")
    private Optional<Integer> around = Optional.empty();

    @Option(
            names = "--along",
            paramLabel = "AXIS",
            description = "With --around: z for slices (default) or t for frames.")
    private Optional<String> along = Optional.empty();

    /** Whether the network is left to be the preset's. */
    boolean areUsual() {
        return !volumes && channels.isEmpty() && around.isEmpty();
    }

    /**
     * @throws IOException with a sentence for the user, if a file is needed and cannot be read
     */
    InputImages images(ExampleOptions examples) throws IOException {
        require(sliceDistance.isEmpty() || volumes, "--slice-distance goes with --volumes only.");
        require(along.isEmpty() || around.isPresent(), "--along goes with --around only.");
        return new InputImages(
                volumes ? 3 : 2,
                channels.orElse(1),
                distance(examples),
                around.map(reach -> PlaneContext.of(reach, along.orElse("z"))));
    }

    private void require(boolean condition, String sentence) {
        if (!condition) throw new ParameterException(command.commandLine(), sentence);
    }

    private double distance(ExampleOptions examples) throws IOException {
        if (!volumes) return 1;
        return sliceDistance.isPresent() ? sliceDistance.get() : SliceDistance.of(examples.first());
    }
}
