package io.github.noise2clean.network;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of network by the names that users give. */
public final class Architectures {

    /** For planes only: the published systems, and one that draws. */
    private static final List<Architecture> PLANAR =
            List.of(
                    new Noise2CleanAutoencoder(false),
                    new Noise2CleanAutoencoder(true),
                    new VanillaAutoencoder(),
                    new CifarAutoencoder(),
                    new PoolingAutoencoder(),
                    new StridedAutoencoder(),
                    StridedVariational.standard());

    private Architectures() {}

    /** All names, the usual choice first. */
    public static List<String> names() {
        return all(InputImages.planes()).map(Architecture::name).toList();
    }

    /**
     * The network of that name, with its standard settings.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Architecture named(String name, InputImages images) {
        Architecture named =
                all(images)
                        .filter(architecture -> architecture.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name));
        if (PLANAR.contains(named)) requireSuited(named, images);
        return named;
    }

    /** The usual network for examples whose pixels are hidden from it, or for others. */
    public static Architecture suiting(boolean blindSpots, InputImages images) {
        return blindSpots
                ? BlindSpotAutoencoder.standard(images)
                : ResBlockAutoencoder.standard(images);
    }

    private static Stream<Architecture> all(InputImages images) {
        return Stream.concat(
                Stream.of(
                        ResBlockAutoencoder.standard(images),
                        ResBlockVariational.standard(images),
                        BlindSpotAutoencoder.standard(images)),
                PLANAR.stream());
    }

    private static void requireSuited(Architecture planar, InputImages images) {
        if (images.dimensions() != 2)
            throw new IllegalArgumentException(
                    "The network %s is for planes: choose resblock-ae for volumes."
                            .formatted(planar.name()));
        if (images.context().isPresent())
            throw new IllegalArgumentException(
                    "The network %s is shown single planes: choose resblock-ae for neighbouring ones."
                            .formatted(planar.name()));
        int channels = planar.graph().inputChannels();
        if (images.channels() != 1 && images.channels() != channels)
            throw new IllegalArgumentException(
                    "The network %s takes %s at a time, not %d: choose resblock-ae."
                            .formatted(
                                    planar.name(),
                                    channels == 1 ? "one channel" : channels + " channels",
                                    images.channels()));
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> names = names();
        int last = names.size() - 1;
        return new IllegalArgumentException(
                "Unknown network '"
                        + name
                        + "': choose "
                        + String.join(", ", names.subList(0, last))
                        + " or "
                        + names.get(last)
                        + ".");
    }
}
