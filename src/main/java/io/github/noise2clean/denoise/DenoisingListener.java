package io.github.noise2clean.denoise;

/** Is told how denoising an image goes, and can stop it. Called on the thread that denoises. */
public interface DenoisingListener {

    /** A listener that does not listen. */
    DenoisingListener NONE = new DenoisingListener() {};

    /**
     * @param how a stack is cut for the network, in words, behind its title; of a single image
     *     nothing is told
     */
    default void begun(String how) {}

    /**
     * @param how planes or volumes are cut into tiles and what memory a tile is expected to take,
     *     in words; of one that is shown to the network whole nothing is told. On a GPU, told once
     *     more, whether float16 is taken
     */
    default void planned(String how) {}

    /**
     * The memory has run out, and the tiles that are left become smaller.
     *
     * @param how the smaller tiles in words
     */
    default void tilesDivided(String how) {}

    /**
     * @param done pixels of the image finished so far
     * @param total pixels of the image, in all its planes and channels
     */
    default void tileDone(long done, long total) {}

    /** Asked before every tile: true ends the work with a CancellationException. */
    default boolean isStopped() {
        return false;
    }
}
