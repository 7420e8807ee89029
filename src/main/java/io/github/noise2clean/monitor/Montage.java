package io.github.noise2clean.monitor;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;

/**
 * Grey images side by side on white, each above its caption, all in one display range.
 *
 * <p>The first image gives the range (its 0.1 and 99.9 percentiles), so it should be the clean one.
 */
public record Montage(List<Panel> panels, int magnification) {

    private static final int GAP = 8;
    private static final int LINE_HEIGHT = 18;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    /** One plane of an image and what is written below it, in one or more lines. */
    public record Panel(String caption, ImageProcessor image) {

        /** The same caption over a part of the image, given in pixels of the image. */
        public Panel cropped(Rectangle part) {
            Rectangle bounds = new Rectangle(image.getWidth(), image.getHeight());
            if (part.isEmpty() || !bounds.contains(part)) {
                throw new IllegalArgumentException(part + " is not inside " + bounds);
            }
            ImageProcessor whole = image.duplicate();
            whole.setRoi(part);
            return new Panel(caption, whole.crop());
        }

        private int lines() {
            return (int) caption.lines().count();
        }
    }

    public Montage {
        if (panels.isEmpty() || magnification < 1) {
            throw new IllegalArgumentException(
                    panels.size() + " panels, magnification " + magnification);
        }
        panels = List.copyOf(panels);
    }

    /**
     * An 8-bit picture; one pixel of an image is a square of {@code magnification} pixels in it.
     */
    public ImageProcessor draw() {
        var canvas = new ByteProcessor(width(), imageHeight() + captionHeight() + 3 * GAP);
        canvas.setColor(Color.WHITE);
        canvas.fill();
        double[] range = displayRange(panels.get(0).image());
        int left = GAP;
        for (Panel panel : panels) {
            drawPanel(canvas, panel, range, left);
            left += magnification * panel.image().getWidth() + GAP;
        }
        return canvas;
    }

    private int width() {
        int images = panels.stream().mapToInt(panel -> panel.image().getWidth()).sum();
        return magnification * images + GAP * (panels.size() + 1);
    }

    private int imageHeight() {
        int highest = panels.stream().mapToInt(panel -> panel.image().getHeight()).max().orElse(0);
        return magnification * highest;
    }

    private int captionHeight() {
        return LINE_HEIGHT * panels.stream().mapToInt(Panel::lines).max().orElse(0);
    }

    private void drawPanel(ByteProcessor canvas, Panel panel, double[] range, int left) {
        canvas.insert(magnified(panel.image(), range), left, GAP);
        canvas.setColor(Color.BLACK);
        canvas.setFont(FONT);
        canvas.setAntialiasedText(true);
        canvas.setJustification(ImageProcessor.CENTER_JUSTIFY);
        int centre = left + magnification * panel.image().getWidth() / 2;
        int bottom = 2 * GAP + imageHeight();
        for (String line : panel.caption().lines().toList()) {
            bottom += LINE_HEIGHT;
            canvas.drawString(line, centre, bottom);
        }
    }

    private ImageProcessor magnified(ImageProcessor image, double[] range) {
        ImageProcessor scaled = image.convertToFloat().duplicate();
        scaled.setMinAndMax(range[0], range[1]);
        ImageProcessor grey = scaled.convertToByte(true);
        grey.setInterpolationMethod(ImageProcessor.NONE);
        return grey.resize(magnification * image.getWidth(), magnification * image.getHeight());
    }

    /** Two percentiles, one grey level apart at least, so that a constant image can be drawn. */
    private static double[] displayRange(ImageProcessor image) {
        float[] sorted = ((float[]) image.convertToFloat().getPixels()).clone();
        Arrays.sort(sorted);
        double low = sorted[(int) Math.round(0.001 * (sorted.length - 1))];
        double high = sorted[(int) Math.round(0.999 * (sorted.length - 1))];
        return new double[] {low, high > low ? high : low + 1};
    }
}
