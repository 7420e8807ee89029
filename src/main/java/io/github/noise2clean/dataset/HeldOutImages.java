package io.github.noise2clean.dataset;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.noise2clean.image.DataRange;
import java.util.List;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Corners of planes that a training has not learned from, for people to look at: one per frame, all
 * of one size.
 *
 * @param clean 32-bit, in the grey values of the files; absent where not every target is clean
 * @param noisy the same with noise, always the same
 * @param range of the first
 */
public record HeldOutImages(Optional<ImagePlus> clean, ImagePlus noisy, DataRange range) {

    /**
     * The first, as many as there are up to {@code count}.
     *
     * @param side pixels along each side at most
     */
    public static HeldOutImages of(TrainingSet images, int count, int side) {
        List<TrainingImage> first = images.validation().stream().limit(count).toList();
        long[] size = {commonSize(first, 0, side), commonSize(first, 1, side)};
        List<TrainingImage> corners =
                first.stream().map(image -> image.crop(corner(image.target(), size))).toList();
        return new HeldOutImages(
                first.stream().allMatch(TrainingImage::hasCleanTarget)
                        ? Optional.of(stack("clean", targets(corners)))
                        : Optional.empty(),
                stack("noisy", corners.stream().map(image -> image.noisy(1)).toList()),
                first.get(0).range());
    }

    private static List<RandomAccessibleInterval<FloatType>> targets(List<TrainingImage> images) {
        return images.stream().map(TrainingImage::target).toList();
    }

    private static long commonSize(List<TrainingImage> images, int axis, int most) {
        return images.stream().mapToLong(i -> i.target().dimension(axis)).min().stream()
                .map(smallest -> Math.min(smallest, most))
                .findFirst()
                .orElseThrow();
    }

    private static Interval corner(Interval image, long[] size) {
        long[] min = Intervals.minAsLongArray(image);
        long[] max = Intervals.maxAsLongArray(image);
        for (int d = 0; d < size.length; d++) max[d] = min[d] + size[d] - 1;
        return new FinalInterval(min, max);
    }

    private static ImagePlus stack(String title, List<RandomAccessibleInterval<FloatType>> images) {
        RandomAccessibleInterval<FloatType> first = images.get(0);
        ImageStack planes = new ImageStack((int) first.dimension(0), (int) first.dimension(1));
        for (RandomAccessibleInterval<FloatType> image : images)
            for (int c = 0; c < image.dimension(2); c++) {
                var plane = Views.hyperSlice(image, 2, image.min(2) + c);
                planes.addSlice("", PatchPlace.whole(plane).read(plane));
            }
        ImagePlus stack = new ImagePlus(title, planes);
        stack.setDimensions((int) first.dimension(2), 1, images.size());
        return stack;
    }
}
