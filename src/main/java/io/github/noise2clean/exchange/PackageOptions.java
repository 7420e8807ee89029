package io.github.noise2clean.exchange;

/**
 * How a package is written.
 *
 * @param version of the description
 * @param onnx whether the weights are there in ONNX too, which doubles the size
 * @param folded whether batch normalisations are folded into convolutions: the network is faster,
 *     and cannot be trained further
 */
public record PackageOptions(RdfVersion version, boolean onnx, boolean folded) {

    /** What suits most readers. */
    public static final PackageOptions STANDARD =
            new PackageOptions(RdfVersion.CURRENT, true, false);
}
