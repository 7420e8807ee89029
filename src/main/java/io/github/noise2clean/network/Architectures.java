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
        return all(2).map(Architecture::name).toList();
    }

    /**
     * The network of that name, with its standard settings.
     *
     * @param dimensions spatial axes, 2 or 3
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Architecture named(String name, int dimensions) {
        Architecture named =
                all(dimensions)
                        .filter(architecture -> architecture.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name));
        if (dimensions != 2 && PLANAR.contains(named))
            throw new IllegalArgumentException(
                    "The network " + name + " is for planes: choose resblock-ae for volumes.");
        return named;
    }

    /** The usual network for images that are noisy and nothing else, or for others. */
    public static Architecture suiting(boolean noisyOnly, int dimensions) {
        return noisyOnly
                ? BlindSpotAutoencoder.standard(dimensions)
                : ResBlockAutoencoder.standard(dimensions);
    }

    private static Stream<Architecture> all(int dimensions) {
        return Stream.concat(
                Stream.of(
                        ResBlockAutoencoder.standard(dimensions),
                        ResBlockVariational.standard(dimensions),
                        BlindSpotAutoencoder.standard(dimensions)),
                PLANAR.stream());
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
