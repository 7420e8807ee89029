package io.github.noise2clean.dataset;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Several noisy looks at the same thing: the network learns to make one of another, and since it
 * cannot foresee the noise, it makes their mean (Noise2Noise, Lehtinen et al. 2018).
 *
 * @param looks at least two, pixel on pixel
 * @param consecutive whether only neighbours belong together, as in a time series of something that
 *     moves; otherwise any two
 */
public record Repeats(
        List<RandomAccessibleInterval<FloatType>> looks,
        boolean consecutive,
        DataRange range,
        List<IntensityMap> intensities)
        implements TrainingImage {

    public Repeats {
        looks = List.copyOf(looks);
        if (looks.size() < 2) throw new IllegalArgumentException(looks.size() + " looks");
        for (Interval look : looks)
            if (!Intervals.equals(look, looks.get(0)))
                throw new IllegalArgumentException(
                        "places differ: "
                                + Intervals.toString(look)
                                + ", "
                                + Intervals.toString(looks.get(0)));
        intensities = Patch.requireOneMapPerChannel(intensities, looks.get(0));
    }

    /** The second look. */
    @Override
    public RandomAccessibleInterval<FloatType> target() {
        return looks.get(1);
    }

    @Override
    public boolean hasCleanTarget() {
        return false;
    }

    /** The first look, whatever the seed. */
    @Override
    public RandomAccessibleInterval<FloatType> noisy(long seed) {
        return looks.get(0);
    }

    @Override
    public TrainingImage crop(Interval region) {
        List<RandomAccessibleInterval<FloatType>> parts =
                looks.stream()
                        .<RandomAccessibleInterval<FloatType>>map(
                                look -> Views.interval(look, region))
                        .toList();
        return new Repeats(parts, consecutive, range, intensities);
    }

    @Override
    public Patch cut(PatchPlace place, RandomGenerator random) {
        int first = random.nextInt(looks.size());
        int second = consecutive ? neighbour(first, random) : other(first, random);
        return Patch.withNoisy(
                place.read(looks.get(first)), place.read(looks.get(second)), intensities);
    }

    private int other(int look, RandomGenerator random) {
        int drawn = random.nextInt(looks.size() - 1);
        return drawn < look ? drawn : drawn + 1;
    }

    private int neighbour(int look, RandomGenerator random) {
        if (look == 0) return 1;
        if (look == looks.size() - 1) return look - 1;
        return random.nextBoolean() ? look - 1 : look + 1;
    }
}
