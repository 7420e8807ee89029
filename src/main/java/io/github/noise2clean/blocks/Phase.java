package io.github.noise2clean.blocks;

/** The parts of a job, in their order. */
public enum Phase {
    COUNTING("counting grey values"),
    DENOISING("denoising"),
    SHRINKING("making smaller levels");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** For people. */
    @Override
    public String toString() {
        return words;
    }
}
