package io.github.noise2clean.dataset;

import java.util.random.RandomGenerator;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Where in an image a patch is cut, and how it is turned. */
record PatchPlace(Interval region, Orientation orientation) {

    /**
     * A random place of the given size, with all channels. An image that is smaller than the patch
     * is continued by its mirror image.
     *
     * @param size along the spatial axes, x first
     */
    static PatchPlace random(RandomGenerator random, Interval image, long[] size) {
        long[] min = Intervals.minAsLongArray(image);
        long[] max = Intervals.maxAsLongArray(image);
        for (int d = 0; d < size.length; d++) {
            min[d] += random.nextLong(Math.max(1, image.dimension(d) - size[d] + 1));
            max[d] = min[d] + size[d] - 1;
        }
        Interval region = new FinalInterval(min, max);
        return new PatchPlace(region, Orientation.random(random, region, size.length));
    }

    /** The same region as it is in the image. */
    PatchPlace upright() {
        return new PatchPlace(region, Orientation.UPRIGHT);
    }

    /** All of an image. */
    static PatchPlace whole(Interval image) {
        return new PatchPlace(new FinalInterval(image), Orientation.UPRIGHT);
    }

    /** The pixels there, x fastest. */
    float[] read(RandomAccessibleInterval<FloatType> image) {
        RandomAccessibleInterval<FloatType> patch =
                orientation.view(
                        Views.zeroMin(Views.interval(Views.extendMirrorDouble(image), region)));
        float[] pixels = new float[Math.toIntExact(Intervals.numElements(region))];
        ImgUtil.copy(patch, ArrayImgs.floats(pixels, Intervals.dimensionsAsLongArray(region)));
        return pixels;
    }
}
