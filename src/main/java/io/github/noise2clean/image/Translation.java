package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How far the planes of an image are moved, in pixels to the right and downwards, to lie on those
 * of another image; of both, the part is kept where each has pixels of its own.
 *
 * <p>By whole pixels none is changed; by others, they are interpolated cubically and rounded to the
 * type of the image.
 */
public record Translation(double x, double y) {

    public static final Translation NONE = new Translation(0, 0);

    /** In pixels. */
    private static final double NEARLY_WHOLE = 0.05;

    /** How many neighbours cubic interpolation looks at. */
    private static final int REACH = 2;

    public Translation {
        if (!Double.isFinite(x) || !Double.isFinite(y))
            throw new IllegalArgumentException("by " + x + " along x and " + y + " along y");
    }

    /** By whole pixels along an axis where not more than 0.05 pixels are missing. */
    public static Translation nearly(double x, double y) {
        return new Translation(nearlyWhole(x), nearlyWhole(y));
    }

    public double length() {
        return Math.hypot(x, y);
    }

    /** The image that is moved, as far as it lies on the other one, in its type. */
    public ImagePlus moved(ImagePlus image) {
        return changed(image, this::move);
    }

    /** The other image of the same size, as far as the moved one lies on it. */
    public ImagePlus covered(ImagePlus image) {
        return changed(image, plane -> {});
    }

    /**
     * The size of the part that is kept.
     *
     * @throws IllegalArgumentException if there is none
     */
    ImageSize kept(ImageSize image) {
        Rectangle part = part(image.width(), image.height());
        return new ImageSize(part.width, part.height);
    }

    /** Such as "1.5 pixels along x and -0.3 along y". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f pixels along x and %.1f along y", x, y);
    }

    private ImagePlus changed(ImagePlus image, Consumer<ImageProcessor> change) {
        Rectangle part = part(image.getWidth(), image.getHeight());
        ImageStack planes = image.getStack();
        ImageStack changed = new ImageStack(part.width, part.height);
        for (int i = 1; i <= planes.size(); i++) {
            ImageProcessor plane = planes.getProcessor(i).duplicate();
            change.accept(plane);
            plane.setRoi(part);
            changed.addSlice(planes.getSliceLabel(i), plane.crop());
        }
        ImagePlus result = new ImagePlus(image.getTitle(), changed);
        result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
        result.setCalibration(image.getCalibration());
        return result;
    }

    private void move(ImageProcessor plane) {
        plane.setInterpolationMethod(ImageProcessor.BICUBIC);
        plane.translate(x, y);
    }

    private Rectangle part(int width, int height) {
        int left = first(x);
        int top = first(y);
        return new Rectangle(left, top, end(x, width) - left, end(y, height) - top);
    }

    private int first(double move) {
        return (int) Math.max(0, Math.ceil(move) + margin());
    }

    private int end(double move, int length) {
        return (int) Math.min(length, length + Math.floor(move) - margin());
    }

    private int margin() {
        return x == Math.rint(x) && y == Math.rint(y) ? 0 : REACH;
    }

    private static double nearlyWhole(double move) {
        long whole = Math.round(move);
        return Math.abs(move - whole) <= NEARLY_WHOLE ? whole : move;
    }
}
