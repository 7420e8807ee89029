package io.github.noise2clean.cuda;

/** Is told how fetching goes, and can stop it. Called on the thread that fetches. */
public interface FetchListener {

    /** A listener that does not listen. */
    FetchListener NONE = new FetchListener() {};

    /**
     * Before anything of it is downloaded.
     *
     * @param what is fetched, from where, its size, and where it goes, in a sentence
     */
    default void begun(String what) {}

    /**
     * @param done bytes downloaded so far, before an interruption as well
     * @param total bytes to download
     */
    default void received(long done, long total) {}

    /** Asked often: true ends the work with a CancellationException. */
    default boolean isStopped() {
        return false;
    }
}
