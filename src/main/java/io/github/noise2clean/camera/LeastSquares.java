package io.github.noise2clean.camera;

/** Sums over weighted points, from which the line that fits them best is found. */
final class LeastSquares {

    private double weights;
    private double meanX;
    private double meanY;
    private double squares;
    private double products;

    /** Updates means and central moments, which do not cancel out where x is large. */
    void add(double x, double y, double weight) {
        if (weight == 0) return;
        weights += weight;
        double offX = x - meanX;
        meanX += offX * weight / weights;
        meanY += (y - meanY) * weight / weights;
        squares += weight * offX * (x - meanX);
        products += weight * offX * (y - meanY);
    }

    /** Level where all points have one x. */
    Line line() {
        double slope = squares > 0 ? products / squares : 0;
        return new Line(slope, meanY - slope * meanX);
    }

    Line level() {
        return new Line(0, meanY);
    }

    /** The standard error of the slope, where a weight is the inverse of a variance. */
    double slopeError() {
        return squares > 0 ? 1 / Math.sqrt(squares) : Double.POSITIVE_INFINITY;
    }
}
