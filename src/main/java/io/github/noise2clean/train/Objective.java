package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;

/**
 * What a network is trained for.
 *
 * @param divergence of the latent code, in a variational network
 */
record Objective(Loss loss, Optional<Divergence> divergence) {

    /**
     * What a part adds to the loss of its batch, a scalar.
     *
     * @param outputs what the network makes of it
     * @param progress the share of all steps that is done
     */
    NDArray evaluate(NDList outputs, Part part, double progress) {
        NDArray reconstruction = reconstruction(outputs.head(), part);
        if (divergence.isEmpty()) return reconstruction;
        double share = divergence.get().reduction().ofBatch(part.ofPatches());
        return reconstruction.add(
                divergence
                        .get()
                        .evaluate(outputs.get(1), outputs.get(2), progress)
                        .mul((float) share));
    }

    /** The same of what it makes of the image alone. */
    NDArray reconstruction(NDArray made, Part part) {
        Target target = Target.of(part.batch(), made.getManager());
        return target.loss(loss, made).mul((float) part.ofValues());
    }
}
