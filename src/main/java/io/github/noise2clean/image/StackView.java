package io.github.noise2clean.image;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The planes of a stack seen as one image of floats.
 *
 * @param bitDepth as ImageJ counts: 8, 16, 24 for RGB or 32
 */
record StackView(int bitDepth, StackSize size, PlaneArrays planes) {

    private static final int CHANNEL_DIMENSION = 2;
    private static final int[] RED_GREEN_BLUE_SHIFTS = {16, 8, 0};

    /** As {@link ImagePluses#view}. */
    AxisImage image() {
        List<Axis> axes = new ArrayList<>(size.axes());
        if (bitDepth != 24) return new AxisImage(greyView(), axes);
        if (axes.contains(Axis.CHANNEL))
            throw new IllegalArgumentException("RGB image with " + size.channels() + " channels");
        axes.add(CHANNEL_DIMENSION, Axis.CHANNEL);
        return new AxisImage(rgbView(), axes);
    }

    private RandomAccessibleInterval<FloatType> greyView() {
        long[] dimensions = size.dimensions();
        return switch (bitDepth) {
            case 8 ->
                    rounding(
                            planes.image(
                                    dimensions,
                                    p -> new ByteArray((byte[]) p),
                                    new UnsignedByteType()),
                            255);
            case 16 ->
                    rounding(
                            planes.image(
                                    dimensions,
                                    p -> new ShortArray((short[]) p),
                                    new UnsignedShortType()),
                            65535);
            default -> planes.image(dimensions, p -> new FloatArray((float[]) p), new FloatType());
        };
    }

    private RandomAccessibleInterval<FloatType> rgbView() {
        var colours = planes.image(size.dimensions(), p -> new IntArray((int[]) p), new ARGBType());
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
}
