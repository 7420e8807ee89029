package io.github.noise2clean.dataset;

import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * The values of one patch, x fastest, channel slowest.
 *
 * @param noisy what the network is shown, normalised
 * @param target what it should make of that, normalised
 * @param counted 1 where the network is judged and 0 elsewhere; absent where it is everywhere
 */
record Patch(float[] noisy, float[] target, Optional<float[]> counted) {

    /** Of grey values, which are normalised in place; the network learns their mean. */
    static Patch withNoisy(float[] noisy, float[] target, List<IntensityMap> intensities) {
        normalize(noisy, intensities);
        normalize(target, intensities);
        return new Patch(noisy, target, Optional.empty());
    }

    /** Of grey values, which are normalised in place, the target as the mean of noisy ones. */
    static Patch withClean(float[] noisy, float[] clean, List<IntensityMap> intensities) {
        normalize(noisy, intensities);
        int channel = clean.length / intensities.size();
        for (int i = 0; i < clean.length; i++)
            clean[i] = intensities.get(i / channel).normalizeClean(clean[i]);
        return new Patch(noisy, clean, Optional.empty());
    }

    static void normalize(float[] values, List<IntensityMap> intensities) {
        int channel = values.length / intensities.size();
        for (int i = 0; i < values.length; i++)
            values[i] = intensities.get(i / channel).normalize(values[i]);
    }

    static List<IntensityMap> requireOneMapPerChannel(
            List<IntensityMap> intensities, Interval image) {
        if (intensities.size() != image.dimension(image.numDimensions() - 1))
            throw new IllegalArgumentException(
                    intensities.size() + " maps for " + Intervals.toString(image));
        return List.copyOf(intensities);
    }
}
