package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import java.util.Locale;

/** How far a prediction is from its target; both {@code [N, C, H, W]} or with a depth. */
public enum Loss {
    /** Mean squared error. */
    MSE {
        @Override
        NDArray evaluate(NDArray prediction, NDArray target) {
            return prediction.sub(target).square().mean();
        }
    },
    /** Mean absolute error. */
    L1 {
        @Override
        NDArray evaluate(NDArray prediction, NDArray target) {
            return prediction.sub(target).abs().mean();
        }
    };

    abstract NDArray evaluate(NDArray prediction, NDArray target);

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Loss parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Unknown loss '" + text + "': choose mse or l1.", e);
        }
    }

    /**
     * The divergence of a latent code from the standard normal distribution (Kingma and Welling
     * 2014, appendix B), averaged over its values.
     */
    static NDArray divergence(NDArray mean, NDArray logVariance) {
        return logVariance.add(1).sub(mean.square()).sub(logVariance.exp()).mean().mul(-0.5f);
    }
}
