package io.github.noise2clean.dataset;

/**
 * Makes the batches of a training. A batch depends on a seed and the step's number only, so that an
 * interrupted training goes on with the patches it would have seen.
 */
public interface BatchSource {

    /**
     * @param step counted from 0
     */
    Batch batch(long step, int patches);
}
