package io.github.noise2clean.cli;

import io.github.noise2clean.foreign.BareSettings;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.tensor.AxisOrder;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What a bare network does not tell, and a package does. */
final class BareOptions {

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
    private Optional<AxisOrder> axes = Optional.empty();

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

    BareSettings settings() {
        return new BareSettings(
                normalization, axes, number(channels), number(multiple), number(halo));
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
