package io.github.noise2clean.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small members of every family of networks, two- and three-dimensional. */
final class SmallNetworks {

    /** Volumes whose slices are far apart. */
    private static final InputImages FLAT = new InputImages(3, 1, 3);

    private SmallNetworks() {}

    static Stream<Architecture> small() {
        return Stream.of(
                autoencoder(2, 0, 1, true, Head.RESIDUAL),
                autoencoder(2, 1, 2, true, Head.RESIDUAL),
                autoencoder(2, 2, 1, true, Head.RESIDUAL),
                autoencoder(2, 2, 1, false, Head.LINEAR),
                autoencoder(2, 1, 1, true, Head.SIGMOID),
                autoencoder(3, 1, 1, true, Head.RESIDUAL),
                new ResBlockAutoencoder(InputImages.planes(), 2, List.of(1, 3), true, Head.SIGMOID),
                new ResBlockAutoencoder(FLAT, 2, List.of(1, 1), true, Head.RESIDUAL),
                autoencoder(3, 1, 1, false, Head.LINEAR),
                new BlindSpotAutoencoder(InputImages.planes(), 2, 2, 1),
                new BlindSpotAutoencoder(InputImages.of(3), 2, 1, 1),
                new BlindSpotAutoencoder(FLAT, 2, 1, 1),
                new ResBlockVariational(autoencoder(2, 2, 1, false, Head.LINEAR), 3),
                new ResBlockVariational(autoencoder(2, 1, 1, true, Head.RESIDUAL), 3),
                new ResBlockVariational(autoencoder(3, 1, 1, false, Head.LINEAR), 2));
    }

    /** Sizes that the network takes, its multiple times a different number along each axis. */
    static List<Integer> someSize(Graph graph) {
        List<Integer> multiple = Footprint.of(graph).multiple();
        List<Integer> size = new ArrayList<>();
        for (int axis = 0; axis < multiple.size(); axis++)
            size.add(multiple.get(axis) * (axis + 2));
        return size;
    }

    private static ResBlockAutoencoder autoencoder(
            int dimensions, int levels, int blocks, boolean skips, Head head) {
        return new ResBlockAutoencoder(dimensions, 2, levels, blocks, skips, head);
    }
}
