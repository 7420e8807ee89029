package io.github.noise2clean.network;

/** A kind of network with its settings: a plain function that builds a graph. */
public interface Architecture {

    /** The name used on the command line and in model cards, such as {@code resblock-ae}. */
    String name();

    Graph graph();
}
