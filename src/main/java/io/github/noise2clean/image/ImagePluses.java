package io.github.noise2clean.image;

import ij.ImagePlus;
import java.util.List;
import java.util.function.Consumer;

/** ImageJ images seen as ImgLib2 images, and new ones like them. */
public final class ImagePluses {

    private ImagePluses() {}

    /**
     * A float view of the image's own pixels: what is written into it is rounded to the nearest
     * grey value of the image's type and clamped to its range; NaN becomes 0.
     *
     * <p>Axes of size 1 are left out, except X and Y. RGB becomes a CHANNEL axis of 3. Of a virtual
     * stack, the planes are read now and writing does not reach the files.
     */
    public static AxisImage view(ImagePlus image) {
        requirePixels(image);
        return PlaneStack.of(image).view();
    }

    /** The same for a look at some planes: those of a virtual stack are read when that happens. */
    public static AxisImage glance(ImagePlus image) {
        requirePixels(image);
        return PlaneStack.of(image, PlaneCache.ofHeap()).view();
    }

    /**
     * A new image of zeros with the input's size, type, title, calibration, look-up tables, display
     * ranges, slice labels, overlay, selection and properties.
     *
     * @param asFloat makes it 32-bit, with three composite channels for RGB; the calibration of the
     *     grey values, which ImageJ does not have for 32-bit images, is dropped
     */
    public static ImagePlus blankCopy(ImagePlus input, boolean asFloat) {
        return copy(input, asFloat).create();
    }

    /**
     * The same, but with planes that are made when ImageJ asks for them, the first one now; some of
     * those looked at last stay in memory. A later one that cannot be made is black.
     *
     * @param notes is told in a sentence, once for each, why planes are black
     */
    public static ImagePlus onDemand(
            ImagePlus input, boolean asFloat, PlaneReader planes, Consumer<String> notes) {
        return copy(input, asFloat).onDemand(planes, notes);
    }

    private static BlankCopy copy(ImagePlus input, boolean asFloat) {
        boolean changesType = asFloat && input.getType() != ImagePlus.GRAY32;
        return new BlankCopy(input, changesType, List.of());
    }

    /**
     * The same as 32-bit, but with several channels in place of each of the input's (each colour
     * for RGB). They follow each other and have its look-up table and display range; their names
     * stand in the slice labels, behind the input's own.
     *
     * @param names of the channels that each one becomes; two or more
     */
    public static ImagePlus blankMaps(ImagePlus input, List<String> names) {
        return new BlankCopy(input, input.getType() != ImagePlus.GRAY32, names).create();
    }

    /**
     * What the grey values may span: 0 to 255 for 8-bit and RGB; for others the lowest to the
     * highest finite pixel of all planes, 0 to 0 if there is none.
     */
    public static DataRange dataRange(ImagePlus image) {
        int depth = image.getBitDepth();
        return depth == 8 || depth == 24
                ? new DataRange(0, 255)
                : DataRange.of(view(image).pixels());
    }

    private static void requirePixels(ImagePlus image) {
        if (image.getProcessor() == null)
            throw new IllegalArgumentException("The image " + image.getTitle() + " has no pixels.");
    }
}
