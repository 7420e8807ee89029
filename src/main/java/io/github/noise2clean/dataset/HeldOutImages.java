package io.github.noise2clean.dataset;

import ij.ImagePlus;
import io.github.noise2clean.image.DataRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Corners of planes that a training has not learned from, for people to look at: one per frame, all
 * of one size. Of volumes these are the middle planes.
 *
 * @param clean 32-bit, in the grey values of the files; absent where not every target is clean
 * @param shown the same with noise, always the same, as a network is given them
 * @param range of the first
 */
public record HeldOutImages(Optional<ImagePlus> clean, HeldOutStack shown, DataRange range) {

    /**
     * The first, as many as there are up to {@code count}.
     *
     * @param side pixels along each side at most
     */
    public static HeldOutImages of(TrainingSet images, int count, int side) {
        List<TrainingImage> first = images.validation().stream().limit(count).toList();
        long[] size = commonSize(first, side);
        List<TrainingImage> corners =
                first.stream().map(image -> image.crop(corner(image.target(), size))).toList();
        return new HeldOutImages(
                first.stream().allMatch(TrainingImage::hasCleanTarget)
                        ? Optional.of(clean(corners))
                        : Optional.empty(),
                HeldOutStack.of(
                        "noisy",
                        corners.get(0),
                        corners.stream().map(image -> image.noisy(1)).toList()),
                first.get(0).range());
    }

    /**
     * A part of one image, whether it is learned from or not.
     *
     * @param region along the spatial axes, within the image
     */
    public static HeldOutImages ofRegion(TrainingImage image, Interval region) {
        TrainingImage part = image.crop(withChannels(image.target(), region));
        return new HeldOutImages(
                image.hasCleanTarget() ? Optional.of(clean(List.of(part))) : Optional.empty(),
                HeldOutStack.of("noisy", part, List.of(part.noisy(1))),
                image.range());
    }

    private static Interval withChannels(Interval image, Interval region) {
        long[] min = Intervals.minAsLongArray(image);
        long[] max = Intervals.maxAsLongArray(image);
        for (int d = 0; d < region.numDimensions(); d++) {
            min[d] = region.min(d);
            max[d] = region.max(d);
        }
        return new FinalInterval(min, max);
    }

    /** With noise, in the order of the clean ones. */
    public ImagePlus noisy() {
        return shown.middles(shown.image());
    }

    private static ImagePlus clean(List<TrainingImage> images) {
        HeldOutStack targets =
                HeldOutStack.of(
                        "clean",
                        images.get(0),
                        images.stream().map(TrainingImage::target).toList());
        return targets.middles(targets.image());
    }

    /** Along the spatial axes. */
    private static long[] commonSize(List<TrainingImage> images, int side) {
        long[] size = new long[images.get(0).dimensions()];
        Arrays.fill(size, Long.MAX_VALUE);
        Arrays.fill(size, 0, 2, side);
        for (TrainingImage image : images)
            for (int d = 0; d < size.length; d++)
                size[d] = Math.min(size[d], image.target().dimension(d));
        return size;
    }

    private static Interval corner(Interval image, long[] size) {
        long[] min = Intervals.minAsLongArray(image);
        long[] max = Intervals.maxAsLongArray(image);
        for (int d = 0; d < size.length; d++) max[d] = min[d] + size[d] - 1;
        return new FinalInterval(min, max);
    }
}
