package io.github.noise2clean.metric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Computes SSIM around every pixel, one slice of the last dimension after the other, so that what
 * lies between images and result stays in the caches of a processor.
 *
 * <p>The threads are those that {@link Parallelization} has for the caller.
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

    /** Slices that one thread computes. */
    private record Part(int first, int end) {}

    /**
     * @param combined of luminance, and of contrast times structure
     */
    Samples of(DoubleBinaryOperator combined) {
        double[] map = new double[x.values().length];
        TaskExecutor threads = Parallelization.getTaskExecutor();
        threads.forEach(parts(threads.suggestNumberOfTasks()), part -> fill(map, part, combined));
        return new Samples(map, x.size());
    }

    /** None is thinner than a window, since a window's other slices are computed once more. */
    private List<Part> parts(int wanted) {
        int slices = x.slices();
        int count = Math.max(1, Math.min(wanted, slices / weights.length));
        return IntStream.range(0, count)
                .mapToObj(i -> new Part(slices * i / count, slices * (i + 1) / count))
                .toList();
    }

    private void fill(double[] map, Part part, DoubleBinaryOperator combined) {
        int border = weights.length / 2;
        Deque<WindowMeans> window = new ArrayDeque<>();
        for (int i = part.first - border; i < part.end + border; i++) {
            window.add(within(Samples.mirrored(i, x.slices())));
            if (window.size() < weights.length) continue;
            fill(map, i - border, WindowMeans.across(window, weights), combined);
            window.remove();
        }
    }

    private WindowMeans within(int slice) {
        return WindowMeans.within(x.slice(slice), y.slice(slice), weights);
    }

    private void fill(double[] map, int slice, WindowMeans means, DoubleBinaryOperator combined) {
        double[] meanX = means.x().values();
        double[] meanY = means.y().values();
        double[] squares = means.squares().values();
        double[] product = means.product().values();
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
