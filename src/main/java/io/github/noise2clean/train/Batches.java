package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.dataset.Batch;

/** Batches as arrays of one channel, {@code [N, 1, H, W]} or {@code [N, 1, D, H, W]}. */
final class Batches {

    private Batches() {}

    static NDArray noisy(Batch batch, NDManager scope) {
        return scope.create(batch.noisy(), shape(batch));
    }

    static NDArray clean(Batch batch, NDManager scope) {
        return scope.create(batch.clean(), shape(batch));
    }

    private static Shape shape(Batch batch) {
        return new Shape(batch.patches(), 1).addAll(new Shape(batch.size()));
    }
}
