package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
    },
    /**
     * One minus the mean structural similarity, with scikit-image's uniform window, of normalised
     * values whose data range is 1 (Zhao et al. 2017).
     */
    SSIM {
        @Override
        NDArray evaluate(NDArray prediction, NDArray target) {
            return StructuralSimilarity.mean(prediction, target).mul(-1f).add(1f);
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
            throw new IllegalArgumentException(
                    "Unknown loss '" + text + "': choose " + names() + ".", e);
        }
    }

    /** All of them, as users write them. */
    public static String names() {
        return Arrays.stream(values())
                .map(loss -> loss.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
