package io.github.noise2clean.camera;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The line of variance over mean: weighted least squares, where points that lie off, since no patch
 * of their brightness is smooth, lose their weight step by step (Tukey's biweight).
 *
 * <p>The start is the weighted median of the slopes between any two points (Theil and Sen). The
 * standard error of a variance is in proportion to it. That level sets of a single image tell the
 * line is the idea of Foi et al., IEEE Transactions on Image Processing 17 (2008) 1737-1754.
 */
final class RobustLine {

    private static final int STEPS = 20;
    private static final double BIWEIGHT = 4.685;
    private static final double DEVIATION_PER_MEDIAN = 1.4826;
    private static final double LOWEST_VARIANCE = 1e-3;
    private static final int FEWEST_POINTS = 3;

    /** In standard errors: a weaker rise is none. */
    private static final double SIGNIFICANT = 3;

    /** In standard deviations of the noise: means this close differ by the noise itself. */
    private static final double SHORTEST = 2;

    private final List<NoisePoint> points;
    private final double lowestVariance;

    private RobustLine(List<NoisePoint> points) {
        this.points = points;
        this.lowestVariance =
                LOWEST_VARIANCE
                        * points.stream().mapToDouble(NoisePoint::variance).average().orElseThrow();
    }

    /**
     * Level where no rise can be told from chance: there are fewer than 3 points, their
     * brightnesses hardly differ, or the slope is below three standard errors.
     *
     * @param points at least 1, with noise
     */
    static Line through(List<NoisePoint> points) {
        return new RobustLine(points).fit();
    }

    private Line fit() {
        if (isShort()) return squares(new Line(0, middle(0)), 1).level();
        Line line = start();
        LeastSquares squares = new LeastSquares();
        double scale = 1;
        for (int i = 0; i < STEPS; i++) {
            scale = scale(line);
            squares = squares(line, scale);
            line = squares.line();
        }
        boolean rises = line.slope() > SIGNIFICANT * scale * squares.slopeError();
        return rises ? line : squares.level();
    }

    private boolean isShort() {
        double weakest = points.stream().mapToDouble(NoisePoint::variance).min().orElseThrow();
        DoubleSummaryStatistics means =
                points.stream().mapToDouble(NoisePoint::mean).summaryStatistics();
        return points.size() < FEWEST_POINTS
                || means.getMax() - means.getMin() < SHORTEST * Math.sqrt(weakest);
    }

    private Line start() {
        List<WeightedValue> slopes = new ArrayList<>();
        for (NoisePoint dark : points)
            for (NoisePoint bright : points)
                if (dark.mean() < bright.mean()) slopes.add(slope(dark, bright));
        double slope = WeightedValue.median(slopes);
        return new Line(slope, middle(slope));
    }

    /** Counts as much as the distance and the fewer patches let it be known. */
    private static WeightedValue slope(NoisePoint dark, NoisePoint bright) {
        double distance = bright.mean() - dark.mean();
        double patches = Math.min(dark.weight(), bright.weight());
        double error = dark.variance() + bright.variance();
        return new WeightedValue(
                (bright.variance() - dark.variance()) / distance,
                distance * Math.sqrt(patches) / Math.max(error, 1e-300));
    }

    /** The intercept with as many points above as below. */
    private double middle(double slope) {
        return WeightedValue.median(
                points.stream()
                        .map(p -> new WeightedValue(p.variance() - slope * p.mean(), 1))
                        .toList());
    }

    /** What the points' errors must be multiplied by to be those found. */
    private double scale(Line line) {
        double found =
                WeightedValue.median(
                        points.stream()
                                .map(p -> new WeightedValue(Math.abs(error(p, line)), 1))
                                .toList());
        return Math.max(1, DEVIATION_PER_MEDIAN * found);
    }

    private LeastSquares squares(Line line, double scale) {
        LeastSquares squares = new LeastSquares();
        for (NoisePoint point : points) {
            double off = error(point, line) / (BIWEIGHT * scale);
            double kept = Math.max(0, 1 - off * off);
            double deviation = deviation(point, line);
            squares.add(point.mean(), point.variance(), kept * kept / (deviation * deviation));
        }
        return squares;
    }

    private double error(NoisePoint point, Line line) {
        return (point.variance() - line.at(point.mean())) / deviation(point, line);
    }

    /** The standard error of a variance that comes from as many squares of Gaussian numbers. */
    private double deviation(NoisePoint point, Line line) {
        double squares = point.weight() * Patch.HIGH_FREQUENCIES;
        return Math.max(lowestVariance, line.at(point.mean())) * Math.sqrt(2 / squares);
    }
}
