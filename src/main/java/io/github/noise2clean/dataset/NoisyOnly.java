package io.github.noise2clean.dataset;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * A noisy image and nothing else: some of its pixels are hidden from the network, which learns to
 * foresee them from their surroundings (Noise2Void, Krull et al. 2019).
 */
public record NoisyOnly(
        RandomAccessibleInterval<FloatType> noisy,
        BlindSpot blindSpot,
        DataRange range,
        List<IntensityMap> intensities)
        implements TrainingImage {

    public NoisyOnly {
        intensities = Patch.requireOneMapPerChannel(intensities, noisy);
    }

    /** The image itself. */
    @Override
    public RandomAccessibleInterval<FloatType> target() {
        return noisy;
    }

    @Override
    public boolean hasCleanTarget() {
        return false;
    }

    @Override
    public boolean hasBlindSpots() {
        return true;
    }

    @Override
    public RandomAccessibleInterval<FloatType> noisy(long seed) {
        return noisy;
    }

    @Override
    public TrainingImage crop(Interval region) {
        return new NoisyOnly(Views.interval(noisy, region), blindSpot, range, intensities);
    }

    /** Only the hidden pixels count. */
    @Override
    public Patch cut(PatchPlace place, RandomGenerator random) {
        float[] target = place.read(noisy);
        Patch.normalize(target, intensities);
        float[] shown = target.clone();
        BlindSpot turned = place.orientation().transposed() ? blindSpot.transposed() : blindSpot;
        float[] hidden = turned.hide(shown, place.region(), random);
        return new Patch(shown, target, Optional.of(hidden));
    }
}
