package io.github.noise2clean.network;

import java.util.List;

/** The kinds of network by the names that users give. */
public final class Architectures {

    private Architectures() {}

    /** All names, the usual choice first. */
    public static List<String> names() {
        return all(2).stream().map(Architecture::name).toList();
    }

    /**
     * The network of that name, with its standard settings.
     *
     * @param dimensions spatial axes, 2 or 3
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Architecture named(String name, int dimensions) {
        return all(dimensions).stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Unknown network '"
                                                + name
                                                + "': choose "
                                                + String.join(" or ", names())
                                                + "."));
    }

    private static List<Architecture> all(int dimensions) {
        return List.of(
                ResBlockAutoencoder.standard(dimensions), ResBlockVariational.standard(dimensions));
    }
}
