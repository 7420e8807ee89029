package io.github.noise2clean.monitor;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.camera.NoisePoint;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The variance of the noise over the brightness: the points that were measured, and the line of the
 * camera that was found.
 *
 * @param channels an estimate for each; they share the axes
 */
public record MeanVariancePlot(List<CameraEstimate> channels) {

    private static final int FRAME_WIDTH = 598;
    private static final int FRAME_HEIGHT = 381;
    private static final double HEADROOM = 1.25;
    private static final Color GREEN = new Color(44, 160, 44);
    private static final Color PURPLE = new Color(148, 103, 189);
    private static final List<Color> COLORS =
            List.of(LossPlot.BLUE, LossPlot.ORANGE, GREEN, PURPLE);

    public MeanVariancePlot {
        channels = List.copyOf(channels);
    }

    /** A colour picture of 700 x 450 pixels or a little more. */
    public ImageProcessor draw() {
        Plot plot = new Plot("Noise", "Mean (grey levels)", "Variance (grey levels²)");
        plot.setFont(Font.PLAIN, 15);
        plot.setFrameSize(FRAME_WIDTH, FRAME_HEIGHT);
        for (int i = 0; i < channels.size(); i++) add(plot, i);
        setLimits(plot);
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.addLegend("", "top-left");
        return plot.getProcessor();
    }

    /** Opens a window; none without a screen, and in a macro's batch mode. */
    public void show(String title) {
        PictureWindow.open(title, "Noise", draw());
    }

    private void add(Plot plot, int channel) {
        List<NoisePoint> points = channels.get(channel).points();
        double[] means = values(points, NoisePoint::mean);
        plot.setColor(COLORS.get(channel % COLORS.size()));
        plot.setLineWidth(1);
        plot.add("circle", means, values(points, NoisePoint::variance));
        addLine(plot, channels.get(channel).camera(), means);
        plot.setLabel(-1, label(channel));
    }

    /** Bent at the offset, below which the noise is that of darkness. */
    private static void addLine(Plot plot, Camera camera, double[] means) {
        double right = means[means.length - 1];
        double[] ends = {means[0], Math.min(Math.max(means[0], camera.offset()), right), right};
        plot.setLineWidth(2);
        plot.add("line", ends, Arrays.stream(ends).map(camera::variance).toArray());
    }

    private String label(int channel) {
        Camera camera = channels.get(channel).camera().rounded();
        String figures =
                "gain %s, offset %s, read noise %s"
                        .formatted(camera.gain(), camera.offset(), camera.readNoise());
        return channels.size() == 1 ? figures : "channel " + (channel + 1) + ": " + figures;
    }

    private void setLimits(Plot plot) {
        DoubleSummaryStatistics means = all(NoisePoint::mean);
        DoubleSummaryStatistics variances = all(NoisePoint::variance);
        double margin = Math.max(means.getMax() - means.getMin(), 1) / 20;
        plot.setLimits(
                means.getMin() - margin, means.getMax() + margin, 0, HEADROOM * variances.getMax());
    }

    private DoubleSummaryStatistics all(ToDoubleFunction<NoisePoint> value) {
        return channels.stream()
                .flatMap(channel -> channel.points().stream())
                .mapToDouble(value)
                .summaryStatistics();
    }

    private static double[] values(List<NoisePoint> points, ToDoubleFunction<NoisePoint> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
