package io.github.noise2clean.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;

/**
 * Pixels together with the meaning of each of their dimensions.
 *
 * @param axes one per dimension, in the order of {@link Axis}, starting with X and Y
 */
public record AxisImage(RandomAccessibleInterval<FloatType> pixels, List<Axis> axes) {

    public AxisImage {
        axes = List.copyOf(axes);
        if (axes.size() != pixels.numDimensions())
            throw new IllegalArgumentException(
                    pixels.numDimensions() + " dimensions, but the axes " + axes);
        if (axes.indexOf(Axis.X) != 0
                || axes.indexOf(Axis.Y) != 1
                || !axes.equals(List.copyOf(EnumSet.copyOf(axes))))
            throw new IllegalArgumentException("axes " + axes + ", not X, Y, CHANNEL, Z, TIME");
    }

    /**
     * A view of pixels of any real type, in which 0 is the first along every axis.
     *
     * @param axes a letter for each dimension, such as XYCT; empty for XY or XYZ
     * @throws IllegalArgumentException with a sentence, if they do not fit the pixels
     */
    public static AxisImage of(
            RandomAccessibleInterval<? extends RealType<?>> pixels, String axes) {
        int dimensions = pixels.numDimensions();
        boolean usual = axes.isBlank() && (dimensions == 2 || dimensions == 3);
        List<Axis> meant = Axis.parse(usual ? "XYZ".substring(0, dimensions) : axes);
        if (meant.size() != dimensions)
            throw new IllegalArgumentException(
                    "The image has %d dimensions, but the axes are '%s': give a letter for each."
                            .formatted(dimensions, axes));
        return new AxisImage(
                Views.zeroMin(RealTypeConverters.convert(pixels, new FloatType())), meant);
    }

    /** An image of zeros that takes no memory, for those who ask for its size and axes. */
    public static AxisImage outline(long[] size, List<Axis> axes) {
        return new AxisImage(
                ConstantUtils.constantRandomAccessibleInterval(
                        new FloatType(), new FinalInterval(size)),
                axes);
    }

    /** Of the same size and axes, and zero everywhere. */
    public AxisImage blank() {
        return new AxisImage(PlanarImgs.floats(pixels.dimensionsAsLongArray()), axes);
    }

    /** The number of pixels along {@code axis}; 1 where the image lacks it. */
    public long size(Axis axis) {
        return axes.contains(axis) ? pixels.dimension(axes.indexOf(axis)) : 1;
    }

    /** The X,Y views in the order of ImageJ's stacks: channel fastest, then z, then time. */
    public List<RandomAccessibleInterval<FloatType>> planes() {
        return pixelsAlong(EnumSet.of(Axis.X, Axis.Y));
    }

    /** The X,Y,Z views, channel fastest, then time; planes where there is no Z. */
    public List<RandomAccessibleInterval<FloatType>> volumes() {
        return pixelsAlong(EnumSet.of(Axis.X, Axis.Y, Axis.Z));
    }

    /** One image per channel, without the CHANNEL axis; this image itself where it has none. */
    public List<AxisImage> channels() {
        return along(Axis.CHANNEL);
    }

    /** One image per position on {@code axis}, without it; this image itself where it lacks it. */
    public List<AxisImage> along(Axis axis) {
        return split(EnumSet.complementOf(EnumSet.of(axis)));
    }

    /** The part of all planes that lies in a box, of which X and Y count; it starts at 0. */
    public AxisImage within(Interval box) {
        long[] min = pixels.minAsLongArray();
        long[] max = pixels.maxAsLongArray();
        for (int d = 0; d < 2; d++) {
            min[d] = box.min(d);
            max[d] = box.max(d);
        }
        return new AxisImage(Views.zeroMin(Views.interval(pixels, min, max)), axes);
    }

    /**
     * The channels dealt out, in turn, to so many images; those of one channel lack the axis.
     *
     * @param count more than 1, which divides the number of channels
     */
    public List<AxisImage> dealt(int count) {
        if (count < 2 || size(Axis.CHANNEL) % count != 0)
            throw new IllegalArgumentException(size(Axis.CHANNEL) + " channels to " + count);
        if (size(Axis.CHANNEL) == count) return channels();
        return IntStream.range(0, count).mapToObj(first -> everyChannel(first, count)).toList();
    }

    private AxisImage everyChannel(int first, int step) {
        int channel = axes.indexOf(Axis.CHANNEL);
        long[] min = pixels.minAsLongArray();
        min[channel] += first;
        long[] steps = new long[min.length];
        Arrays.fill(steps, 1);
        steps[channel] = step;
        Interval wanted = new FinalInterval(min, pixels.maxAsLongArray());
        return new AxisImage(
                Views.subsample(Views.zeroMin(Views.interval(pixels, wanted)), steps), axes);
    }

    private List<RandomAccessibleInterval<FloatType>> pixelsAlong(Set<Axis> kept) {
        return split(kept).stream().map(AxisImage::pixels).toList();
    }

    /** Cuts along the last axis that is not kept, then the pieces further: the first is fastest. */
    private List<AxisImage> split(Set<Axis> kept) {
        int last = axes.size() - 1;
        while (last >= 0 && kept.contains(axes.get(last))) last--;
        if (last < 0) return List.of(this);
        List<AxisImage> pieces = new ArrayList<>();
        for (long i = pixels.min(last); i <= pixels.max(last); i++)
            pieces.addAll(slice(last, i).split(kept));
        return pieces;
    }

    private AxisImage slice(int dimension, long position) {
        List<Axis> remaining = new ArrayList<>(axes);
        remaining.remove(dimension);
        return new AxisImage(Views.hyperSlice(pixels, dimension, position), remaining);
    }
}
