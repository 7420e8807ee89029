package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import io.github.noise2clean.metric.FourierRingCorrelation;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;

/** The Fourier ring correlation of two images over the frequency, and the threshold of 1/7. */
public record RingPlot(FourierRingCorrelation rings) {

    private static final int FRAME_WIDTH = 598;
    private static final int FRAME_HEIGHT = 381;
    private static final double NYQUIST = 0.5;

    /** A colour picture of 700 x 450 pixels or a little more. */
    public ImageProcessor draw() {
        Plot plot = new Plot("Rings", "Frequency (periods per pixel)", "Correlation");
        plot.setFont(Font.PLAIN, 15);
        plot.setFrameSize(FRAME_WIDTH, FRAME_HEIGHT);
        plot.setLineWidth(2);
        plot.setColor(LossPlot.ORANGE);
        double threshold = FourierRingCorrelation.THRESHOLD;
        plot.add("line", new double[] {0, NYQUIST}, new double[] {threshold, threshold});
        plot.setLabel(-1, "1/7");
        plot.setColor(LossPlot.BLUE);
        plot.add("line", values(rings.frequencies()), values(rings.curve()));
        plot.setLabel(-1, label());
        plot.setLimits(0, NYQUIST, -0.2, 1.05);
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.addLegend("", "top-right");
        return plot.getProcessor();
    }

    /** Opens a window; none without a screen, and in a macro's batch mode. */
    public void show(String title) {
        PictureWindow.open(title, "Rings", draw());
    }

    private String label() {
        return rings.resolution().isPresent()
                ? String.format(Locale.ROOT, "%.2f pixels", rings.resolution().getAsDouble())
                : "no resolution";
    }

    private static double[] values(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
