package io.github.noise2clean.dataset;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * What is empty in an image: a patch none of whose blocks of 8 x 8 pixels is on average brighter
 * than a tenth of the way from the image's darkest to its brightest blocks (their percentiles 1 and
 * 99.9).
 *
 * <p>This is CSBDeep's rule for training patches (0.4 of the percentile 99.9 of the pixels) on
 * means of blocks, so that noise does not decide, and above the background, so that the camera's
 * offset does not. In an image that is nothing but noise or nothing but structure, such as a
 * photograph, hardly any patch is empty.
 *
 * @param limits of each channel: a brighter block is not empty; minus infinity where no block is
 */
record Background(List<Double> limits) {

    /** Along an axis; of larger images these are a sample. */
    private static final int MOST_BLOCKS = 32;

    private static final double SHARE = 0.1;

    Background {
        limits = List.copyOf(limits);
    }

    /** Fitted to a sample of an image's blocks. */
    static Background of(TrainingImage image) {
        RandomAccessibleInterval<FloatType> pixels = image.target();
        int last = image.dimensions();
        return new Background(
                IntStream.range(0, image.channels())
                        .mapToObj(c -> Views.hyperSlice(pixels, last, pixels.min(last) + c))
                        .map(Background::limit)
                        .toList());
    }

    /** Whether a patch of the image is empty in all channels; one smaller than a block is not. */
    boolean covers(TrainingImage image, Interval patch) {
        Blocks blocks = Blocks.in(patch, Integer.MAX_VALUE);
        if (blocks.isEmpty()) return false;
        RandomAccess<FloatType> pixels =
                Views.extendMirrorDouble(image.target()).randomAccess(patch);
        int last = image.dimensions();
        return blocks.corners()
                .allMatch(
                        corner ->
                                Blocks.mean(pixels, corner)
                                        <= limits.get((int) (corner[last] - patch.min(last))));
    }

    private static double limit(RandomAccessibleInterval<FloatType> channel) {
        RandomAccess<FloatType> pixels = channel.randomAccess();
        double[] means =
                Blocks.in(channel, MOST_BLOCKS)
                        .corners()
                        .mapToDouble(corner -> Blocks.mean(pixels, corner))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (means.length == 0) return Double.NEGATIVE_INFINITY;
        double darkest = percentile(means, 1);
        double brightest = percentile(means, 99.9);
        return brightest > darkest
                ? darkest + SHARE * (brightest - darkest)
                : Double.NEGATIVE_INFINITY;
    }

    private static double percentile(double[] sorted, double percent) {
        return sorted[(int) Math.round(percent / 100 * (sorted.length - 1))];
    }
}
