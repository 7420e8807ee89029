package io.github.noise2clean.blocks;

/** Is told how a job goes. Called by one thread. */
public interface JobListener {

    /** A listener that does not listen. */
    JobListener NONE = new JobListener() {};

    /** What the user must know, in a sentence. */
    default void noted(String sentence) {}

    /** A block is denoised and written. */
    default void blockDone(BlockReport report) {}

    /**
     * Also told when a phase begins.
     *
     * @param done tasks of the phase
     * @param total tasks of the phase
     */
    default void advanced(Phase phase, long done, long total) {}
}
