package io.github.noise2clean.image;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Regularly spaced planes of an image, to learn about its grey values: all planes of one of up to
 * 17 million (2^24) pixels, and of a larger one as many as hold so many, or the rows in the middle
 * of one that do.
 *
 * <p>The sample is an image whose planes are made when they are looked at, and only the last one is
 * remembered: it is to be read in order.
 */
public final class PlaneSample {

    private static final long MOST_PIXELS = 1 << 24;

    private PlaneSample() {}

    /** What shall be known of a plane. */
    public interface Pixels {

        /**
         * @param index of the plane in the whole image
         * @return as many values as the plane has, x fastest
         */
        float[] of(RandomAccessibleInterval<FloatType> plane, int index);
    }

    /** The planes' own pixels. */
    public static RandomAccessibleInterval<FloatType> of(
            List<RandomAccessibleInterval<FloatType>> planes) {
        return of(planes, (plane, index) -> copy(plane));
    }

    /** What {@code pixels} makes of the planes; axes X, Y and that of the planes. */
    public static RandomAccessibleInterval<FloatType> of(
            List<RandomAccessibleInterval<FloatType>> planes, Pixels pixels) {
        RandomAccessibleInterval<FloatType> first = middle(planes.get(0));
        int count = (int) Math.min(planes.size(), Math.max(1, MOST_PIXELS / first.size()));
        PlaneReader reader =
                i -> {
                    int index = place(i, count, planes.size());
                    return new PlaneReader.Group(
                            i, List.of(pixels.of(middle(planes.get(index)), index)));
                };
        return PlaneStack.onDemand(new PlaneCache(0), count, reader)
                .image(
                        new long[] {first.dimension(0), first.dimension(1), count},
                        values -> new FloatArray((float[]) values),
                        new FloatType());
    }

    private static RandomAccessibleInterval<FloatType> middle(
            RandomAccessibleInterval<FloatType> plane) {
        long rows = Math.max(1, MOST_PIXELS / plane.dimension(0));
        long rest = plane.dimension(1) - rows;
        if (rest <= 0) return plane;
        long[] min = plane.minAsLongArray();
        long[] max = plane.maxAsLongArray();
        min[1] += rest / 2;
        max[1] = min[1] + rows - 1;
        return Views.zeroMin(Views.interval(plane, min, max));
    }

    /** The middle of the part of all planes that the sample's plane {@code i} stands for. */
    private static int place(int i, int count, int planes) {
        return (int) ((2L * i + 1) * planes / (2L * count));
    }

    private static float[] copy(RandomAccessibleInterval<FloatType> plane) {
        float[] values = new float[Math.toIntExact(plane.size())];
        ImgUtil.copy(
                Views.zeroMin(plane),
                ArrayImgs.floats(values, Intervals.dimensionsAsLongArray(plane)));
        return values;
    }
}
