package io.github.noise2clean.zarr;

import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.SubArrayCopy;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A part of an array in memory.
 *
 * @param values of Java's primitive type of that size, as many as the interval has
 */
record PixelBox(PixelType type, Interval interval, Object values) {

    /** Java's arrays are not longer everywhere. */
    static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    /**
     * Zero everywhere.
     *
     * @throws IllegalArgumentException with a sentence, if an array cannot hold so many values
     */
    static PixelBox blank(PixelType type, Interval interval) {
        if (Intervals.numElements(interval) > MOST_VALUES)
            throw new IllegalArgumentException(
                    "A block of %d values is more than can be read at once: give smaller blocks."
                            .formatted(Intervals.numElements(interval)));
        return new PixelBox(type, interval, type.blank((int) Intervals.numElements(interval)));
    }

    /** At its place. */
    RandomAccessibleInterval<? extends RealType<?>> view() {
        return Views.translate(
                type.view(values, interval.dimensionsAsLongArray()), interval.minAsLongArray());
    }

    /** Copies {@code part} from a box of the same type. */
    void copy(PixelBox from, Interval part) {
        SubArrayCopy.copy(
                from.values,
                size(from.interval),
                offset(from.interval, part),
                values,
                size(interval),
                offset(interval, part),
                size(part));
    }

    /** Copies {@code part} from an image, whose values this type has. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the types of pixels are those of PixelType
    void copy(RandomAccessibleInterval<? extends RealType<?>> from, Interval part) {
        RandomAccessibleInterval same = RealTypeConverters.convert(from, (RealType) type.pixel());
        PixelBox copied = Intervals.equals(part, interval) ? this : blank(type, part);
        PrimitiveBlocks.of(same, PrimitiveBlocks.OnFallback.ACCEPT).copy(part, copied.values);
        if (copied != this) copy(copied, part);
    }

    /** Sets {@code part} of a blank box. */
    void fill(Interval part, double value) {
        if (value == 0) return;
        for (RealType<?> pixel : Views.interval(view(), part)) pixel.setReal(value);
    }

    private static int[] size(Interval interval) {
        return IntStream.range(0, interval.numDimensions())
                .map(d -> (int) interval.dimension(d))
                .toArray();
    }

    private static int[] offset(Interval of, Interval part) {
        return IntStream.range(0, of.numDimensions())
                .map(d -> (int) (part.min(d) - of.min(d)))
                .toArray();
    }
}
