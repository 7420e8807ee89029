package io.github.noise2clean.cli;

import io.github.noise2clean.foreign.BareNetwork;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.tensor.AxisOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a bare network does not tell, and a package does. */
final class BareOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--normalization",
            paramLabel = "N",
            description =
                    "Of a bare file: fixed:LOW,HIGH, percentile:LOW,HIGH or mean-std, what makes"
                            + " grey values what the network takes; its inverse makes grey values"
                            + " of what it gives.")
    private Optional<Normalization> normalization = Optional.empty();

    @Option(
            names = "--axes",
            paramLabel = "A",
            description =
                    "Of a bare file: the order of batch b, channel c, z, y and x, such as byxc or"
                            + " zyx (default: bcyx).")
    private Optional<String> axes = Optional.empty();

    @Option(
            names = "--channels",
            paramLabel = "C",
            description = "Of a bare file, unless an .onnx file tells them (default: 1).")
    private Optional<Integer> channels = Optional.empty();

    @Option(
            names = "--multiple",
            paramLabel = "M",
            description =
                    "Of a bare file: the sizes of images must be multiples of it, unless an .onnx"
                            + " file tells one size (default: 1).")
    private Optional<Integer> multiple = Optional.empty();

    @Option(
            names = "--halo",
            paramLabel = "H",
            description =
                    "Of a bare file: how many pixels around each the network sees (default: 64 of"
                            + " planes, 24 of volumes).")
    private Optional<Integer> halo = Optional.empty();

    /**
     * @throws ParameterException if there is no normalization
     */
    BareNetwork network(Path file) {
        OptionalInt known = halo.map(OptionalInt::of).orElse(OptionalInt.empty());
        return new BareNetwork(
                file,
                new AxisOrder(axes.orElse("bcyx")),
                normalization.orElseThrow(
                        () ->
                                mistake(
                                        "A bare file does not tell how images are normalised: give"
                                                + " --normalization.")),
                channels.orElse(1),
                new BareNetwork.Reach(multiple.orElse(1), known));
    }

    /**
     * @throws ParameterException if there is one
     */
    void requireNone() {
        if (Stream.of(normalization, axes, channels, multiple, halo).anyMatch(Optional::isPresent))
            throw mistake(
                    "--normalization, --axes, --channels, --multiple and --halo are for .onnx and"
                            + " .pt files: others tell it themselves.");
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
