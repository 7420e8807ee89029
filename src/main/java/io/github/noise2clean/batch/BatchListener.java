package io.github.noise2clean.batch;

import io.github.noise2clean.denoise.Outcome;
import java.io.IOException;

/** Is told how a batch goes, and can stop it. Called on the thread that denoises. */
public interface BatchListener {

    /** A listener that does not listen. */
    BatchListener NONE = new BatchListener() {};

    /**
     * @param how a stack is cut for the network, in words, behind its title
     */
    default void begun(String how) {}

    /**
     * @param how an image is cut into tiles, and what memory a tile is expected to take, in words
     */
    default void planned(String how) {}

    /** Told before each file, and from tile to tile. */
    default void progressed(BatchProgress progress) {}

    /** Told of each file, after it was written or given up; first of those that need no work. */
    default void finished(FileReport report) throws IOException {}

    /** Told just before {@link #finished} of a file that was written. */
    default void saved(BatchFile file, Outcome outcome) {}

    /** Told just before {@link #finished} of a file that has failed for no reason that we know. */
    default void bug(Throwable bug) {}

    /** Asked before every tile: true ends the batch, and leaves the file under way undone. */
    default boolean isStopped() {
        return false;
    }
}
