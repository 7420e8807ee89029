package io.github.noise2clean.image;

/** The meaning of one dimension; declared in the order in which ImageJ nests them. */
public enum Axis {
    X,
    Y,
    CHANNEL,
    Z,
    TIME
}
