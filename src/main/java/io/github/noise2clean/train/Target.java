package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.dataset.Batch;
import java.util.Optional;

/**
 * What a network should make of a batch.
 *
 * @param counted 1 where it is judged and 0 elsewhere; absent where it is everywhere
 */
record Target(NDArray values, Optional<NDArray> counted) {

    static Target of(Batch batch, NDManager scope) {
        return new Target(
                Batches.target(batch, scope),
                batch.counted().map(c -> Batches.array(c, batch, scope)));
    }

    /** A mean over the values that count; zero where none does. */
    NDArray loss(Loss loss, NDArray prediction) {
        if (counted.isEmpty()) return loss.evaluate(prediction, values);
        NDArray share = counted.get();
        return loss.evaluate(prediction.mul(share), values.mul(share))
                .div(share.mean().maximum(Float.MIN_NORMAL));
    }
}
