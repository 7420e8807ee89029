package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.dataset.Batch;

/** Batches as arrays, {@code [N, C, H, W]} or {@code [N, C, D, H, W]}. */
final class Batches {

    private Batches() {}

    static NDArray noisy(Batch batch, NDManager scope) {
        return array(batch.noisy(), batch, scope);
    }

    static NDArray target(Batch batch, NDManager scope) {
        return array(batch.target(), batch, scope);
    }

    static NDArray array(float[] values, Batch batch, NDManager scope) {
        return scope.create(values, shape(batch));
    }

    private static Shape shape(Batch batch) {
        return new Shape(batch.patches()).addAll(new Shape(batch.size()));
    }
}
