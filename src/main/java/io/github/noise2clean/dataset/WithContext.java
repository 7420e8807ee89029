package io.github.noise2clean.dataset;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.PlaneContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A plane that the network is shown among its neighbours, of which it learns to make the middle one
 * only.
 *
 * @param all an image whose channels are those of every plane, one plane after the other
 */
public record WithContext(TrainingImage all, PlaneContext planes) implements TrainingImage {

    public WithContext {
        if (all.channels() % planes.planes() != 0)
            throw new IllegalArgumentException(all.channels() + " channels of " + planes);
    }

    /** The channels of the middle plane; their axis does not start at 0. */
    @Override
    public RandomAccessibleInterval<FloatType> target() {
        RandomAccessibleInterval<FloatType> target = all.target();
        long first = target.min(2) + firstChannel();
        return Views.interval(target, withChannels(target, first, first + channels() - 1));
    }

    @Override
    public boolean hasCleanTarget() {
        return all.hasCleanTarget();
    }

    @Override
    public boolean hasBlindSpots() {
        return all.hasBlindSpots();
    }

    @Override
    public Optional<PlaneContext> context() {
        return Optional.of(planes);
    }

    @Override
    public DataRange range() {
        return all.range();
    }

    @Override
    public List<IntensityMap> intensities() {
        return all.intensities().subList(firstChannel(), firstChannel() + channels());
    }

    @Override
    public int channels() {
        return all.channels() / planes.planes();
    }

    @Override
    public RandomAccessibleInterval<FloatType> noisy(long seed) {
        return all.noisy(seed);
    }

    @Override
    public TrainingImage crop(Interval region) {
        return new WithContext(all.crop(ofAll(region)), planes);
    }

    @Override
    public Patch cut(PatchPlace place, RandomGenerator random) {
        Patch patch = all.cut(new PatchPlace(ofAll(place.region()), place.orientation()), random);
        float[] shown = patch.counted().isPresent() ? hiddenInTheMiddle(patch) : patch.noisy();
        return new Patch(shown, middle(patch.target()), patch.counted().map(this::middle));
    }

    /** The neighbours as they are: nothing of them is foreseen, so nothing need be hidden. */
    private float[] hiddenInTheMiddle(Patch patch) {
        float[] shown = patch.target().clone();
        float[] hidden = middle(patch.noisy());
        System.arraycopy(hidden, 0, shown, planes.reach() * hidden.length, hidden.length);
        return shown;
    }

    private float[] middle(float[] values) {
        int length = values.length / planes.planes();
        return Arrays.copyOfRange(values, planes.reach() * length, (planes.reach() + 1) * length);
    }

    private int firstChannel() {
        return planes.reach() * channels();
    }

    private Interval ofAll(Interval region) {
        return withChannels(region, all.target().min(2), all.target().max(2));
    }

    private static Interval withChannels(Interval region, long first, long last) {
        long[] min = Intervals.minAsLongArray(region);
        long[] max = Intervals.maxAsLongArray(region);
        min[2] = first;
        max[2] = last;
        return new FinalInterval(min, max);
    }
}
