package io.github.noise2clean.metric;

/** Is told how a comparison goes, and can stop it. Called on the thread that compares. */
public interface ComparisonListener {

    /** A listener that does not listen. */
    ComparisonListener NONE = new ComparisonListener() {};

    /**
     * @param done planes or volumes that are finished, for one kind of number or the map
     * @param total all of these; the next kind begins anew
     */
    default void pieceDone(long done, long total) {}

    /** Asked before every plane or volume: true ends the work with a CancellationException. */
    default boolean isStopped() {
        return false;
    }
}
