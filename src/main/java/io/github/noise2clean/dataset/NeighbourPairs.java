package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A noisy image and nothing else, at half its resolution: of each block of 2x2 pixels the network
 * is shown one, and learns to make a neighbour of it. Neighbours show nearly the same thing with
 * other noise, and since that cannot be foreseen, the network makes their mean (Neighbor2Neighbor,
 * Huang et al. 2021, without its regulariser).
 *
 * <p>All intervals are those of the halved image. A pixel that is NaN or infinite counts as its
 * neighbour, and two of them as normalised zeros.
 *
 * @param image axes X, Y, CHANNEL or X, Y, Z, CHANNEL; it is moved to the origin
 */
public record NeighbourPairs(
        RandomAccessibleInterval<FloatType> image, DataRange range, List<IntensityMap> intensities)
        implements TrainingImage {

    public NeighbourPairs {
        if (image.dimension(0) < 2 || image.dimension(1) < 2)
            throw new IllegalArgumentException("no blocks in " + Intervals.toString(image));
        image = Views.zeroMin(image);
        intensities = List.copyOf(intensities);
    }

    /** Every plane of every channel, with the channel's normalisation. */
    public static List<TrainingImage> of(AxisImage noisy, Normalization normalization) {
        List<TrainingImage> images = new ArrayList<>();
        for (AxisImage channel : noisy.channels()) {
            DataRange range = DataRange.of(channel.pixels());
            List<IntensityMap> maps = List.of(normalization.fit(channel.pixels()));
            for (RandomAccessibleInterval<FloatType> plane : channel.planes())
                images.add(new NeighbourPairs(Views.addDimension(plane, 0, 0), range, maps));
        }
        return images;
    }

    /** The last pixel of each block. */
    @Override
    public RandomAccessibleInterval<FloatType> target() {
        return corners(1);
    }

    @Override
    public boolean hasCleanTarget() {
        return false;
    }

    /** The first pixel of each block, whatever the seed. */
    @Override
    public RandomAccessibleInterval<FloatType> noisy(long seed) {
        return corners(0);
    }

    @Override
    public TrainingImage crop(Interval region) {
        return new NeighbourPairs(Views.interval(image, doubled(region)), range, intensities);
    }

    @Override
    public Patch cut(PatchPlace place, RandomGenerator random) {
        Interval region = moved(doubled(place.region()), random);
        PatchPlace blocks = new PatchPlace(region, place.orientation());
        float[] pixels = blocks.read(image);
        float[] shown = new float[pixels.length / 4];
        float[] target = new float[shown.length];
        int width = (int) place.region().dimension(0);
        for (int i = 0; i < shown.length; i++) {
            int corner = 4 * width * (i / width) + 2 * (i % width);
            Neighbours drawn = Neighbours.of(random.nextInt(8), corner, 2 * width);
            shown[i] = pixels[drawn.first];
            target[i] = pixels[drawn.second];
        }
        return finite(Patch.withNoisy(shown, target, intensities));
    }

    private RandomAccessibleInterval<FloatType> corners(int number) {
        long[] min = Intervals.minAsLongArray(image);
        long[] max = Intervals.maxAsLongArray(image);
        long[] steps = new long[min.length];
        for (int d = 0; d < steps.length; d++) {
            steps[d] = d < 2 ? 2 : 1;
            min[d] = d < 2 ? number : min[d];
            max[d] = d < 2 ? number + image.dimension(d) / 2 * 2 - 2 : max[d];
        }
        return Views.subsample(Views.zeroMin(Views.interval(image, min, max)), steps);
    }

    /** The region with twice as many pixels along x and y. */
    private static Interval doubled(Interval region) {
        long[] min = Intervals.minAsLongArray(region);
        long[] max = Intervals.maxAsLongArray(region);
        for (int d = 0; d < 2; d++) {
            min[d] = 2 * min[d];
            max[d] = 2 * max[d] + 1;
        }
        return new FinalInterval(min, max);
    }

    /** Half of the time by a pixel along each axis, so that all neighbours come together. */
    private Interval moved(Interval blocks, RandomGenerator random) {
        long[] min = Intervals.minAsLongArray(blocks);
        long[] max = Intervals.maxAsLongArray(blocks);
        for (int d = 0; d < 2; d++)
            if (random.nextBoolean() && max[d] < image.max(d)) {
                min[d]++;
                max[d]++;
            }
        return new FinalInterval(min, max);
    }

    private static Patch finite(Patch patch) {
        float[] noisy = patch.noisy();
        float[] target = patch.target();
        for (int i = 0; i < noisy.length; i++) {
            if (!Float.isFinite(noisy[i])) noisy[i] = Float.isFinite(target[i]) ? target[i] : 0;
            if (!Float.isFinite(target[i])) target[i] = noisy[i];
        }
        return patch;
    }

    /** The places of two pixels of a block that share a side. */
    private record Neighbours(int first, int second) {

        /**
         * @param drawn 0 to 7: one of the four sides, from either end
         * @param corner the place of the block's first pixel
         * @param row how far apart rows are
         */
        static Neighbours of(int drawn, int corner, int row) {
            int along = (drawn & 1) == 0 ? 1 : row;
            int across = 1 + row - along;
            int start = (drawn & 2) == 0 ? corner : corner + across;
            return (drawn & 4) == 0
                    ? new Neighbours(start, start + along)
                    : new Neighbours(start + along, start);
        }
    }
}
