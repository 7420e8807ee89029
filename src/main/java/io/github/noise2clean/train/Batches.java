package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.dataset.Batch;
import java.util.List;

/** Batches as arrays, {@code [N, C, H, W]} or {@code [N, C, D, H, W]}. */
final class Batches {

    private Batches() {}

    static NDArray noisy(Batch batch, NDManager scope) {
        return scope.create(batch.noisy(), shape(batch, batch.shownChannels()));
    }

    static NDArray target(Batch batch, NDManager scope) {
        return array(batch.target(), batch, scope);
    }

    /** Of what the network makes. */
    static NDArray array(float[] values, Batch batch, NDManager scope) {
        return scope.create(values, shape(batch, batch.channels()));
    }

    private static Shape shape(Batch batch, int channels) {
        List<Long> spatial = batch.size().subList(1, batch.size().size());
        return new Shape(batch.patches(), channels).addAll(new Shape(spatial));
    }
}
