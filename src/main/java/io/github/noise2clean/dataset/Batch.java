package io.github.noise2clean.dataset;

import java.util.List;

/**
 * Patches for one step of training.
 *
 * @param noisy normalised, {@code [N, H, W]} or {@code [N, D, H, W]} row-major
 * @param clean the same of the target
 * @param size {@code [H, W]} or {@code [D, H, W]}
 * @param images where each patch was cut
 */
public record Batch(float[] noisy, float[] clean, List<Long> size, List<TrainingImage> images) {

    public int patches() {
        return images.size();
    }

    /** The number of pixels of one patch. */
    public int patchPixels() {
        return noisy.length / patches();
    }
}
