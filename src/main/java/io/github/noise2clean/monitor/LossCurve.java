package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Training and validation loss over the epochs, one value each per epoch from the first, on a
 * logarithmic axis.
 *
 * <p>Either may be shorter, or empty when it was not measured. A loss that is not positive and
 * finite has no place on the axis and is left out.
 */
public record LossCurve(double[] training, double[] validation) {

    private static final int FRAME_WIDTH = 598;
    private static final int FRAME_HEIGHT = 381;
    private static final Color BLUE = new Color(31, 119, 180);
    private static final Color ORANGE = new Color(230, 97, 1);

    public LossCurve {
        training = training.clone();
        validation = validation.clone();
    }

    /** A colour picture of 700 x 450 pixels. */
    public ImageProcessor draw() {
        var plot = new Plot("Loss", "Epoch", "");
        plot.setFont(Font.PLAIN, 15);
        plot.setFrameSize(FRAME_WIDTH, FRAME_HEIGHT);
        addLine(plot, "training loss", training, BLUE);
        addLine(plot, "validation loss", validation, ORANGE);
        plot.setAxisYLog(true);
        setLimits(plot);
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.addLegend("", "top-right");
        return plot.getProcessor();
    }

    private static void addLine(Plot plot, String label, double[] losses, Color color) {
        if (losses.length == 0) {
            return;
        }
        double[] epochs = IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
        double[] drawable = Arrays.stream(losses).map(LossCurve::drawable).toArray();
        plot.setColor(color);
        plot.setLineWidth(2);
        plot.add(losses.length == 1 ? "circle" : "line", epochs, drawable);
        plot.setLabel(-1, label);
    }

    private static double drawable(double loss) {
        return loss > 0 && Double.isFinite(loss) ? loss : Double.NaN;
    }

    private void setLimits(Plot plot) {
        double lastEpoch = Math.max(2, Math.max(training.length, validation.length));
        double lowest = losses().min().orElse(0.1);
        double highest = losses().max().orElse(1);
        plot.setLimits(1, lastEpoch, lowest / 1.25, highest * 1.25);
    }

    private DoubleStream losses() {
        return DoubleStream.concat(Arrays.stream(training), Arrays.stream(validation))
                .map(LossCurve::drawable)
                .filter(Double::isFinite);
    }
}
