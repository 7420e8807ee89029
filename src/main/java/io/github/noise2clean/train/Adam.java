package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015) as PyTorch has it, with moments that can be read and restored; DJL's
 * own keeps them to itself, and a training could not be resumed.
 */
final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    /** Far below what moves a weight, and far above the subnormal numbers. */
    private static final float NOTHING = 1e-30f;

    /** In so many steps a mean falls from there to no less than 1e-33. */
    private static final int STEPS_BETWEEN_FLUSHES = 64;

    private final List<NDArray> parameters;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final Optimisation optimisation;

    /** The running means of the gradients and of their squares, one array per parameter. */
    record Moments(List<float[]> means, List<float[]> squares) {}

    /** Starts with moments of zero. The scope keeps them. */
    Adam(List<NDArray> parameters, Optimisation optimisation, NDManager scope) {
        this(parameters, optimisation);
        for (NDArray parameter : parameters) {
            means.add(scope.zeros(parameter.getShape()));
            squares.add(scope.zeros(parameter.getShape()));
        }
    }

    /** Goes on from the moments of another. */
    Adam(List<NDArray> parameters, Optimisation optimisation, NDManager scope, Moments moments) {
        this(parameters, optimisation);
        for (int i = 0; i < parameters.size(); i++) {
            Shape shape = parameters.get(i).getShape();
            means.add(scope.create(moments.means().get(i), shape));
            squares.add(scope.create(moments.squares().get(i), shape));
        }
    }

    private Adam(List<NDArray> parameters, Optimisation optimisation) {
        this.parameters = parameters;
        this.optimisation = optimisation;
    }

    /**
     * Moves every parameter against its gradient, then sets the gradients to zero.
     *
     * @param step counted from 0
     * @param learningRate of this step, of which a layer takes its share
     */
    void step(long step, double learningRate) {
        double correction =
                Math.sqrt(1 - Math.pow(BETA2, step + 1)) / (1 - Math.pow(BETA1, step + 1));
        for (int i = 0; i < parameters.size(); i++) {
            double rate = learningRate * share(parameters.get(i).getShape());
            update(i, (float) rate, (float) (rate * correction));
        }
        if ((step + 1) % STEPS_BETWEEN_FLUSHES == 0) flush();
    }

    Moments moments() {
        return new Moments(
                means.stream().map(NDArray::toFloatArray).toList(),
                squares.stream().map(NDArray::toFloatArray).toList());
    }

    /**
     * Sets to zero what has come down to nothing. Where a weight has no gradient any more, its
     * moments (and the weight itself, if it decays) would end as subnormal numbers, which slow a
     * processor down many times.
     */
    private void flush() {
        for (int i = 0; i < parameters.size(); i++)
            try (NDArray values = parameters.get(i).stopGradient()) {
                flush(values);
                flush(means.get(i));
                flush(squares.get(i));
            }
    }

    private static void flush(NDArray values) {
        try (NDArray size = values.abs();
                NDArray large = size.gt(NOTHING);
                NDArray kept = large.toType(DataType.FLOAT32, false)) {
            values.muli(kept);
        }
    }

    /** Only the weight of a fully connected layer has two axes, outputs and inputs. */
    private double share(Shape shape) {
        return shape.dimension() == 2 ? optimisation.learningRate().share(shape.get(1)) : 1;
    }

    private void update(int i, float learningRate, float correctedRate) {
        NDArray parameter = parameters.get(i);
        try (NDArray gradient = parameter.getGradient()) {
            parameter
                    .getNDArrayInternal()
                    .adamUpdate(
                            new NDList(parameter, gradient, means.get(i), squares.get(i)),
                            new NDList(parameter),
                            learningRate,
                            correctedRate,
                            (float) optimisation.weightDecay(),
                            1,
                            -1,
                            (float) BETA1,
                            (float) BETA2,
                            EPSILON,
                            false,
                            false);
        }
    }
}
