package io.github.noise2clean.image;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** ImageJ images seen as ImgLib2 images, and new ones like them. */
public final class ImagePluses {

    private static final int CHANNEL_DIMENSION = 2;
    private static final int[] RED_GREEN_BLUE_SHIFTS = {16, 8, 0};

    private ImagePluses() {}

    /**
     * A float view of the image's own pixels: what is written into it is rounded to the nearest
     * grey value of the image's type and clamped to its range; NaN becomes 0.
     *
     * <p>Axes of size 1 are left out, except X and Y. RGB becomes a CHANNEL axis of 3. Of a virtual
     * stack, the planes are read now and writing does not reach the files.
     */
    public static AxisImage view(ImagePlus image) {
        if (image.getProcessor() == null)
            throw new IllegalArgumentException("The image " + image.getTitle() + " has no pixels.");
        List<Axis> axes = new ArrayList<>(axes(image));
        if (image.getType() != ImagePlus.COLOR_RGB) return new AxisImage(greyView(image), axes);
        if (axes.contains(Axis.CHANNEL))
            throw new IllegalArgumentException(
                    "RGB image "
                            + image.getTitle()
                            + " with "
                            + image.getNChannels()
                            + " channels");
        axes.add(CHANNEL_DIMENSION, Axis.CHANNEL);
        return new AxisImage(rgbView(image), axes);
    }

    /**
     * A new image of zeros with the input's size, type, title, calibration, look-up tables, display
     * ranges, slice labels, overlay, selection and properties.
     *
     * @param asFloat makes it 32-bit, with three composite channels for RGB; the calibration of the
     *     grey values, which ImageJ does not have for 32-bit images, is dropped
     */
    public static ImagePlus blankCopy(ImagePlus input, boolean asFloat) {
        return new BlankCopy(input, asFloat && input.getType() != ImagePlus.GRAY32).create();
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

    private static RandomAccessibleInterval<FloatType> greyView(ImagePlus image) {
        return switch (image.getBitDepth()) {
            case 8 ->
                    rounding(
                            planar(image, p -> new ByteArray((byte[]) p), new UnsignedByteType()),
                            255);
            case 16 ->
                    rounding(
                            planar(
                                    image,
                                    p -> new ShortArray((short[]) p),
                                    new UnsignedShortType()),
                            65535);
            default -> planar(image, p -> new FloatArray((float[]) p), new FloatType());
        };
    }

    private static RandomAccessibleInterval<FloatType> rgbView(ImagePlus image) {
        var colours = planar(image, p -> new IntArray((int[]) p), new ARGBType());
        List<RandomAccessibleInterval<FloatType>> channels = new ArrayList<>();
        for (int shift : RED_GREEN_BLUE_SHIFTS)
            channels.add(
                    Converters.convert(
                            colours, pixel -> new FloatType(new ColourAccess(pixel, shift))));
        var stack = Views.stack(channels);
        return Views.moveAxis(stack, stack.numDimensions() - 1, CHANNEL_DIMENSION);
    }

    private static <T extends RealType<T>> RandomAccessibleInterval<FloatType> rounding(
            RandomAccessibleInterval<T> pixels, int highest) {
        return Converters.convert(
                pixels, sampler -> new FloatType(new RoundingAccess(sampler, highest)));
    }

    private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(
            ImagePlus image, Function<Object, A> access, T type) {
        List<A> planes = pixelArrays(image).stream().map(access).toList();
        long[] size = axes(image).stream().mapToLong(axis -> size(image, axis)).toArray();
        var pixels = new PlanarImg<T, A>(planes, size, type.getEntitiesPerPixel());
        @SuppressWarnings("unchecked") // a native type's factory is one of that type
        var factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
        pixels.setLinkedType(factory.createLinkedType(pixels));
        return pixels;
    }

    /** A single image is not asked for its stack, since that would change it. */
    private static List<Object> pixelArrays(ImagePlus image) {
        if (image.getStackSize() == 1) return List.of(image.getProcessor().getPixels());
        List<Object> arrays = new ArrayList<>();
        for (int i = 1; i <= image.getStackSize(); i++) arrays.add(image.getStack().getPixels(i));
        return arrays;
    }

    private static List<Axis> axes(ImagePlus image) {
        return List.of(Axis.values()).stream()
                .filter(axis -> axis == Axis.X || axis == Axis.Y || size(image, axis) > 1)
                .toList();
    }

    private static int size(ImagePlus image, Axis axis) {
        return switch (axis) {
            case X -> image.getWidth();
            case Y -> image.getHeight();
            case CHANNEL -> image.getNChannels();
            case Z -> image.getNSlices();
            case TIME -> image.getNFrames();
        };
    }
}
