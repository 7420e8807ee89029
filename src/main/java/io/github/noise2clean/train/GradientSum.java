package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.noise2clean.dataset.Batch;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.OutOfMemory;
import io.github.noise2clean.tensor.Torch;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The gradients of a batch's loss, added up over as many parts as the memory asks for.
 *
 * <p>When a batch does not fit, it is done again in parts of half as many patches, and so are all
 * batches after it. The gradients are those of the whole batch, to the precision of float, but for
 * two things: batch normalisation sees the statistics of a part (and its running ones have seen the
 * attempt that failed), and the codes of a variational network may be drawn in another order.
 */
final class GradientSum {

    private final Function<NDArray, NDList> network;
    private final List<NDArray> parameters;
    private int atOnce;

    /** What a network's outputs for a part add to the loss of its batch. */
    interface Judge {
        NDArray loss(NDList outputs, Part part);
    }

    /**
     * @param network in training mode
     * @param parameters of it, whose gradients are zero
     * @param atOnce the most patches that it is shown at once
     */
    GradientSum(Function<NDArray, NDList> network, List<NDArray> parameters, int atOnce) {
        this.network = network;
        this.parameters = parameters;
        this.atOnce = atOnce;
    }

    /** The most patches that the network is shown at once. */
    int atOnce() {
        return atOnce;
    }

    /**
     * Adds the gradients to those of the parameters.
     *
     * @param seed of PyTorch's random numbers
     * @param listener is told the phases
     * @return the loss of the whole batch
     * @throws DeviceMemoryException with a sentence for the user, if a single patch does not fit
     */
    double add(Batch batch, long seed, Judge judge, TrainingListener listener) {
        try {
            Torch.seed(seed);
            return sum(Part.of(batch, atOnce), judge, listener);
        } catch (DeviceMemoryException e) {
            atOnce = half(batch, e);
            parameters.forEach(GradientSum::forgetGradient);
            return add(batch, seed, judge, listener);
        }
    }

    private double sum(List<Part> parts, Judge judge, TrainingListener listener) {
        double sum = 0;
        for (Part part : parts) sum += OutOfMemory.typed(() -> add(part, judge, listener));
        return sum;
    }

    private double add(Part part, Judge judge, TrainingListener listener) {
        try (NDManager scope = Torch.newScope(parameters.get(0).getDevice());
                GradientCollector gradients = Torch.engine().newGradientCollector()) {
            listener.phaseBegun(Phase.FORWARD);
            NDArray loss = judge.loss(network.apply(Batches.noisy(part.batch(), scope)), part);
            listener.phaseBegun(Phase.BACKWARD);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private int half(Batch batch, DeviceMemoryException full) {
        int tried = Math.min(atOnce, batch.patches());
        if (tried > 1) return tried / 2;
        String size =
                batch.size().stream()
                        .skip(1)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" x "));
        throw new DeviceMemoryException(
                "Not even a single patch of %s pixels fits: choose a smaller patch or another device. %s"
                        .formatted(size, full.getMessage()),
                full);
    }

    private static void forgetGradient(NDArray parameter) {
        try (NDArray gradient = parameter.getGradient()) {
            gradient.muli(0f);
        }
    }
}
