package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import io.github.noise2clean.monitor.LossPlot.Line;
import java.util.List;

/**
 * The loss of every step of a training as a thin line, and its running mean, on a logarithmic axis.
 *
 * @param losses one per step from the first; NaN for a step that was not recorded
 */
public record StepLossCurve(double[] losses) {

    /** The share of the steps that a running mean is taken over. */
    private static final double WINDOW = 0.02;

    public StepLossCurve {
        losses = losses.clone();
    }

    /** A colour picture of 700 x 450 pixels. */
    public ImageProcessor draw() {
        return curve().draw();
    }

    /** The same as a plot, whose window lists the numbers. */
    public Plot plot(String title) {
        return curve().plot(title);
    }

    private LossPlot curve() {
        List<Line> lines =
                List.of(
                        new Line("loss of a step", losses, LossPlot.PALE_BLUE, 1),
                        new Line("running mean", runningMean(), LossPlot.BLUE, 2));
        return new LossPlot("Iteration", lines);
    }

    /** Over as many steps before as after; fewer at the ends, and where there are NaN. */
    double[] runningMean() {
        int reach = (int) (WINDOW * losses.length / 2);
        double[] means = new double[losses.length];
        double sum = 0;
        int count = 0;
        for (int i = -reach; i < losses.length; i++) {
            if (isRecorded(i + reach)) {
                sum += losses[i + reach];
                count++;
            }
            if (isRecorded(i - reach - 1)) {
                sum -= losses[i - reach - 1];
                count--;
            }
            if (i >= 0) means[i] = count == 0 ? Double.NaN : sum / count;
        }
        return means;
    }

    private boolean isRecorded(int step) {
        return step >= 0 && step < losses.length && Double.isFinite(losses[step]);
    }
}
