package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * PSNR and SSIM of the validation patches, one value each per epoch from the first.
 *
 * @param psnr in dB; NaN where it is unknown
 */
public record QualityCurve(double[] psnr, double[] ssim) {

    private static final int FRAME_WIDTH = 598;
    private static final int FRAME_HEIGHT = 160;

    public QualityCurve {
        psnr = psnr.clone();
        ssim = ssim.clone();
    }

    /** Whether any of it is a number. */
    public boolean isKnown() {
        return Arrays.stream(psnr).anyMatch(Double::isFinite);
    }

    /** A colour picture with one above the other, somewhat over 700 x 450 pixels. */
    public ImageProcessor draw() {
        ImageProcessor above = psnrPlot("PSNR").getProcessor().convertToRGB();
        ImageProcessor below = ssimPlot("SSIM").getProcessor().convertToRGB();
        ColorProcessor both =
                new ColorProcessor(above.getWidth(), above.getHeight() + below.getHeight());
        both.insert(above, 0, 0);
        both.insert(below, 0, above.getHeight());
        return both;
    }

    /** PSNR as a plot, whose window lists the numbers. */
    public Plot psnrPlot(String title) {
        return plot(title, "PSNR (dB)", psnr, LossPlot.BLUE);
    }

    /** SSIM as a plot, whose window lists the numbers. */
    public Plot ssimPlot(String title) {
        return plot(title, "SSIM", ssim, LossPlot.ORANGE);
    }

    private static Plot plot(String title, String axis, double[] values, Color color) {
        Plot plot = new Plot(title, "Epoch", axis);
        plot.setFont(Font.PLAIN, 15);
        plot.setFrameSize(FRAME_WIDTH, FRAME_HEIGHT);
        plot.setColor(color);
        plot.setLineWidth(2);
        plot.add(values.length == 1 ? "circle" : "line", LossPlot.counts(values.length), values);
        setLimits(plot, values);
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        return plot;
    }

    private static void setLimits(Plot plot, double[] values) {
        double lowest = finite(values).min().orElse(0);
        double highest = finite(values).max().orElse(1);
        double margin = highest > lowest ? (highest - lowest) / 10 : Math.abs(highest) / 10;
        plot.setLimits(1, Math.max(2, values.length), lowest - margin, highest + margin);
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
