package io.github.noise2clean.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Blocks of 8 x 8 pixels that are spread evenly over a region, on each plane of its further axes;
 * none where the region is smaller than a block.
 *
 * @param first corner of the region
 * @param size of the region
 * @param count of the blocks along each axis
 */
record Blocks(long[] first, long[] size, int[] count) {

    private static final int SIDE = 8;

    /**
     * As many as fit.
     *
     * @param most along each axis
     */
    static Blocks in(Interval region, int most) {
        long[] size = Intervals.dimensionsAsLongArray(region);
        int[] count = new int[size.length];
        for (int d = 0; d < count.length; d++) count[d] = (int) Math.min(most, size[d] / side(d));
        return new Blocks(Intervals.minAsLongArray(region), size, count);
    }

    boolean isEmpty() {
        return Arrays.stream(count).anyMatch(n -> n == 0);
    }

    /** The position of each block's first pixel. */
    Stream<long[]> corners() {
        int blocks = Arrays.stream(count).reduce(1, Math::multiplyExact);
        return IntStream.range(0, blocks).mapToObj(this::corner);
    }

    /** Of a block's pixels. */
    static double mean(RandomAccess<FloatType> pixels, long[] corner) {
        double sum = 0;
        pixels.setPosition(corner);
        for (int y = 0; y < SIDE; y++) {
            pixels.setPosition(corner[1] + y, 1);
            for (int x = 0; x < SIDE; x++) {
                pixels.setPosition(corner[0] + x, 0);
                sum += pixels.get().get();
            }
        }
        return sum / (SIDE * SIDE);
    }

    private long[] corner(int index) {
        long[] corner = first.clone();
        int rest = index;
        for (int d = 0; d < corner.length; d++) {
            long room = size[d] - side(d);
            if (count[d] > 1) corner[d] += rest % count[d] * room / (count[d] - 1);
            rest /= count[d];
        }
        return corner;
    }

    private static int side(int axis) {
        return axis < 2 ? SIDE : 1;
    }
}
