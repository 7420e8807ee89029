package io.github.noise2clean.metric;

import java.util.function.DoubleBinaryOperator;

/**
 * Computes SSIM around every pixel, one slice of the last dimension after the other, so that what
 * lies between images and result stays in the caches of a processor.
 */
final class SsimMap {

    private final Samples x;
    private final Samples y;
    private final double[] weights;
    private final double covarianceFactor;
    private final double c1;
    private final double c2;

    SsimMap(Ssim ssim, Samples x, Samples y) {
        this.x = x;
        this.y = y;
        this.weights = ssim.definition().weights();
        this.covarianceFactor = ssim.definition().covarianceFactor(x.size().length);
        this.c1 = Math.pow(0.01 * ssim.dataRange(), 2);
        this.c2 = Math.pow(0.03 * ssim.dataRange(), 2);
    }

    /**
     * @param combined of luminance, and of contrast times structure
     */
    Samples of(DoubleBinaryOperator combined) {
        double[] map = new double[x.values().length];
        // Thinner than a window, a part would be mostly slices that its neighbours compute too.
        Slices.forEachPart(x.slices(), weights.length, part -> fill(map, part, combined));
        return new Samples(map, x.size());
    }

    private void fill(double[] map, Slices part, DoubleBinaryOperator combined) {
        SlidingMeans means = new SlidingMeans(x, y, weights);
        int border = weights.length / 2;
        for (int i = part.first() - border; i < part.end() + border; i++) {
            means.take(WindowFilter.mirrored(i, x.slices()));
            if (i >= part.first() + border) fill(map, i - border, means.middle(), combined);
        }
    }

    private void fill(double[] map, int slice, WindowMeans means, DoubleBinaryOperator combined) {
        double[] meanX = means.x();
        double[] meanY = means.y();
        double[] squares = means.squares();
        double[] product = means.product();
        int first = slice * meanX.length;
        for (int i = 0; i < meanX.length; i++) {
            double ofMeans = meanX[i] * meanY[i];
            double squaresOfMeans = meanX[i] * meanX[i] + meanY[i] * meanY[i];
            double covariance = covarianceFactor * (product[i] - ofMeans);
            double variances = covarianceFactor * (squares[i] - squaresOfMeans);
            map[first + i] =
                    combined.applyAsDouble(
                            (2 * ofMeans + c1) / (squaresOfMeans + c1),
                            (2 * covariance + c2) / (variances + c2));
        }
    }
}
