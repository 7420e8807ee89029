package io.github.noise2clean.network;

/** The number format in which a network computes. Its weights and its output stay float32. */
public enum Precision {
    FLOAT32,
    /**
     * Convolutions and what lies between them in bfloat16: two to four times as fast where the
     * processor multiplies such matrices in hardware, slower where it does not.
     */
    BFLOAT16
}
