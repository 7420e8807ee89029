package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Losses on a logarithmic axis. One that is not positive and finite has no place there and is left
 * out.
 *
 * @param xAxis what is counted along x, from 1
 */
record LossPlot(String xAxis, List<Line> lines) {

    static final Color BLUE = new Color(31, 119, 180);
    static final Color ORANGE = new Color(230, 97, 1);
    static final Color PALE_BLUE = new Color(190, 215, 232);

    private static final int FRAME_WIDTH = 598;
    private static final int FRAME_HEIGHT = 381;

    /** One value for each count from 1. */
    record Line(String label, double[] losses, Color color, int width) {}

    /** A colour picture of 700 x 450 pixels; the lines' order is the drawing's. */
    ImageProcessor draw() {
        return plot("Loss").getProcessor();
    }

    /** The same as a plot, whose window lists the numbers. */
    Plot plot(String title) {
        Plot plot = new Plot(title, xAxis, "");
        plot.setFont(Font.PLAIN, 15);
        plot.setFrameSize(FRAME_WIDTH, FRAME_HEIGHT);
        lines.forEach(line -> add(plot, line));
        plot.setAxisYLog(true);
        setLimits(plot);
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.addLegend("", "top-right");
        return plot;
    }

    private static void add(Plot plot, Line line) {
        int count = line.losses().length;
        if (count == 0) return;
        double[] drawable = Arrays.stream(line.losses()).map(LossPlot::drawable).toArray();
        plot.setColor(line.color());
        plot.setLineWidth(line.width());
        plot.add(count == 1 ? "circle" : "line", counts(count), drawable);
        plot.setLabel(-1, line.label());
    }

    /** From 1. */
    static double[] counts(int count) {
        return DoubleStream.iterate(1, n -> n + 1).limit(count).toArray();
    }

    private static double drawable(double loss) {
        return loss > 0 && Double.isFinite(loss) ? loss : Double.NaN;
    }

    private void setLimits(Plot plot) {
        int last = lines.stream().mapToInt(line -> line.losses().length).max().orElse(0);
        double lowest = losses().min().orElse(0.1);
        double highest = losses().max().orElse(1);
        plot.setLimits(1, Math.max(2, last), lowest / 1.25, highest * 1.25);
    }

    private DoubleStream losses() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.losses()))
                .map(LossPlot::drawable)
                .filter(Double::isFinite);
    }
}
