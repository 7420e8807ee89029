package io.github.noise2clean.network;

import io.github.noise2clean.image.PlaneContext;
import java.util.Optional;

/** A kind of network with its settings: a plain function that builds a graph. */
public interface Architecture {

    /** The name used on the command line and in model cards, such as {@code resblock-ae}. */
    String name();

    Graph graph();

    /** The planes that the network is shown along with the one that it denoises. */
    default Optional<PlaneContext> context() {
        return Optional.empty();
    }
}
