package io.github.noise2clean.monitor;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DataRange;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Versions of the same images in a grid on white: a row per version with its label at the left, a
 * column per image.
 *
 * @param rows of images of one size
 * @param magnification one pixel of an image is a square of so many
 */
public record TestMontage(List<Row> rows, int magnification) {

    private static final int GAP = 4;
    private static final int CHARACTER_WIDTH = 8;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    /**
     * A version of the images, drawn with their display ranges.
     *
     * @param label what it is
     */
    public record Row(String label, List<ImageProcessor> images) {
        public Row {
            images = List.copyOf(images);
        }

        /**
         * The first images of a stack, one per slice, in grey or in the colours of three channels.
         *
         * @param range what is drawn black, and what white; RGB stays as it is
         */
        public static Row of(String label, ImagePlus stack, int count, DataRange range) {
            int channels = stack.getNChannels();
            int present = Math.min(count, stack.getStackSize() / channels);
            return new Row(
                    label,
                    IntStream.range(0, present)
                            .mapToObj(i -> picture(stack.getStack(), i, channels, range))
                            .toList());
        }

        private static ImageProcessor picture(
                ImageStack planes, int index, int channels, DataRange range) {
            if (channels != 3) return shown(planes.getProcessor(index * channels + 1), range);
            ColorProcessor colours = new ColorProcessor(planes.getWidth(), planes.getHeight());
            for (int c = 1; c <= channels; c++)
                colours.setChannel(
                        c,
                        shown(planes.getProcessor(index * channels + c), range)
                                .convertToByteProcessor(true));
            return colours;
        }

        private static ImageProcessor shown(ImageProcessor plane, DataRange range) {
            if (plane instanceof ColorProcessor) return plane;
            ImageProcessor copy = plane.duplicate();
            copy.setMinAndMax(range.min(), range.max());
            return copy;
        }
    }

    public TestMontage {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.get(0).images().isEmpty() || magnification < 1)
            throw new IllegalArgumentException(rows + ", magnification " + magnification);
    }

    /** A colour picture. */
    public ImageProcessor draw() {
        ColorProcessor canvas = new ColorProcessor(width(), rows.size() * cellHeight() + GAP);
        canvas.setColor(Color.WHITE);
        canvas.fill();
        for (int i = 0; i < rows.size(); i++) drawRow(canvas, rows.get(i), GAP + i * cellHeight());
        return canvas;
    }

    private void drawRow(ColorProcessor canvas, Row row, int top) {
        drawLabel(canvas, row.label(), top);
        int left = labelWidth();
        for (ImageProcessor image : row.images()) {
            canvas.insert(magnified(image), left, top);
            left += cellWidth();
        }
    }

    private void drawLabel(ColorProcessor canvas, String label, int top) {
        canvas.setColor(Color.BLACK);
        canvas.setFont(FONT);
        canvas.setAntialiasedText(true);
        int middle = top + (cellHeight() - GAP + canvas.getFontMetrics().getAscent()) / 2;
        canvas.drawString(label, GAP, middle);
    }

    private ImageProcessor magnified(ImageProcessor image) {
        ImageProcessor colours = image.convertToRGB();
        colours.setInterpolationMethod(ImageProcessor.NONE);
        return colours.resize(magnification * image.getWidth(), magnification * image.getHeight());
    }

    private int width() {
        int columns = rows.stream().mapToInt(row -> row.images().size()).max().orElseThrow();
        return labelWidth() + columns * cellWidth();
    }

    private int labelWidth() {
        int longest = rows.stream().mapToInt(row -> row.label().length()).max().orElseThrow();
        return longest * CHARACTER_WIDTH + 2 * GAP;
    }

    private int cellWidth() {
        return magnification * rows.get(0).images().get(0).getWidth() + GAP;
    }

    private int cellHeight() {
        return magnification * rows.get(0).images().get(0).getHeight() + GAP;
    }
}
