package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;

/**
 * The mean SSIM of tensors, differentiable: equal to {@link io.github.noise2clean.metric.Ssim} of
 * scikit-image's definition with a data range of 1.
 */
final class StructuralSimilarity {

    private static final int WINDOW = 7;
    private static final float C1 = 0.01f * 0.01f;
    private static final float C2 = 0.03f * 0.03f;

    private final Shape window;
    private final Shape stride;
    private final Shape padding;
    private final float sampleCovariance;

    private StructuralSimilarity(int dimensions) {
        window = cube(dimensions, WINDOW);
        stride = cube(dimensions, 1);
        padding = cube(dimensions, 0);
        sampleCovariance = (float) window.size() / (window.size() - 1);
    }

    /** Both {@code [N, C, H, W]} or with a depth; averaged over all windows inside the images. */
    static NDArray mean(NDArray x, NDArray y) {
        return new StructuralSimilarity(x.getShape().dimension() - 2).map(x, y).mean();
    }

    private NDArray map(NDArray x, NDArray y) {
        NDArray meanX = local(x);
        NDArray meanY = local(y);
        NDArray means = meanX.mul(meanY);
        NDArray squares = meanX.square().add(meanY.square());
        NDArray covariance = local(x.mul(y)).sub(means).mul(sampleCovariance);
        NDArray variances = local(x.square().add(y.square())).sub(squares).mul(sampleCovariance);
        NDArray similar = means.mul(2f).add(C1).mul(covariance.mul(2f).add(C2));
        return similar.div(squares.add(C1).mul(variances.add(C2)));
    }

    /** The mean under each position of the window. */
    private NDArray local(NDArray x) {
        return x.getNDArrayInternal().avgPool(window, stride, padding, false, true);
    }

    private static Shape cube(int dimensions, long side) {
        return new Shape(Collections.nCopies(dimensions, side));
    }
}
