package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import io.github.noise2clean.monitor.LossPlot.Line;
import java.util.List;

/**
 * Training and validation loss over the epochs, one value each per epoch from the first, on a
 * logarithmic axis.
 *
 * <p>Either may be shorter, or empty when it was not measured. A loss that is not positive and
 * finite has no place on the axis and is left out.
 */
public record LossCurve(double[] training, double[] validation) {

    public LossCurve {
        training = training.clone();
        validation = validation.clone();
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
                        new Line("training loss", training, LossPlot.BLUE, 2),
                        new Line("validation loss", validation, LossPlot.ORANGE, 2));
        return new LossPlot("Epoch", lines);
    }
}
