package io.github.noise2clean.foreign;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.tensor.AxisOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What a user says of a network in a file by itself, each empty where he says nothing of it. */
public record BareSettings(
        Optional<Normalization> normalization,
        Optional<AxisOrder> axes,
        OptionalInt channels,
        OptionalInt multiple,
        OptionalInt halo) {

    /** Nothing is said. */
    public static final BareSettings NONE =
            new BareSettings(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    private static final AxisOrder USUAL = new AxisOrder("bcyx");

    /**
     * The network in a file; where nothing is said it takes planes of one channel and of any size.
     *
     * @throws IllegalArgumentException with a sentence for the user, if there is no normalization,
     *     or there is no such network
     */
    public BareNetwork network(Path file) {
        if (normalization.isEmpty())
            throw new IllegalArgumentException(
                    "A bare file does not tell how images are normalised: give the normalization,"
                            + " such as fixed:0,255, percentile:1,99.8 or mean-std.");
        return new BareNetwork(
                file,
                axes.orElse(USUAL),
                normalization.get(),
                channels.orElse(1),
                new BareNetwork.Reach(multiple.orElse(1), halo));
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if something is said
     */
    public void requireNone() {
        if (!equals(NONE))
            throw new IllegalArgumentException(
                    "Normalization, axes, channels, multiple and halo are for .onnx and .pt files:"
                            + " others tell it themselves.");
    }
}
