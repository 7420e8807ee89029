package io.github.noise2clean.cli;

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

    /** Whether the network is left to be the preset's. */
    boolean areUsual() {
        return !volumes && channels.isEmpty();
    }

    /**
     * @throws IOException with a sentence for the user, if a file is needed and cannot be read
     */
    InputImages images(ExampleOptions examples) throws IOException {
        if (sliceDistance.isPresent() && !volumes)
            throw new ParameterException(
                    command.commandLine(), "--slice-distance goes with --volumes only.");
        return new InputImages(volumes ? 3 : 2, channels.orElse(1), distance(examples));
    }

    private double distance(ExampleOptions examples) throws IOException {
        if (!volumes) return 1;
        return sliceDistance.isPresent() ? sliceDistance.get() : SliceDistance.of(examples.first());
    }
}
