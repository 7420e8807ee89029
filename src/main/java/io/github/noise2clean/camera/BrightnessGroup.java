package io.github.noise2clean.camera;

import java.util.Comparator;
import java.util.List;

/**
 * Patches of about one brightness.
 *
 * <p>Which of them are smooth is judged by their low frequencies, the noise is measured by the high
 * ones; since the two are independent in white noise, the choice does not bias the measure
 * (Ponomarenko's method, as analysed by Colom and Buades, Image Processing On Line 3 (2013)
 * 173-197).
 */
record BrightnessGroup(List<Patch> patches) {

    /** Of the patches, those that tell the strength of the noise at first. */
    private static final double SMOOTHEST = 0.1;

    private static final int FEWEST = 40;

    /** Where a pixel in 200 lies at a limit, a quarter of the patches holds one. */
    private static final double MOST_AT_A_LIMIT = 0.25;

    /** Whether so many pixels are below the lowest or above the highest that noise is cut off. */
    boolean isClipped(float lowest, float highest) {
        long atLimit =
                patches.stream().filter(p -> p.min() <= lowest || p.max() >= highest).count();
        return atLimit > MOST_AT_A_LIMIT * patches.size();
    }

    /**
     * The mean of the smooth patches: a tenth of all, and those that have no more structure than
     * noise of the strength found in that tenth would have.
     */
    NoisePoint point() {
        List<Patch> sorted =
                patches.stream().sorted(Comparator.comparingDouble(Patch::low)).toList();
        int fewest = (int) Math.min(sorted.size(), Math.max(FEWEST, SMOOTHEST * sorted.size()));
        double variance = meanHigh(sorted.subList(0, fewest));
        int smooth = (int) patches.stream().filter(patch -> patch.low() <= variance).count();
        return point(sorted.subList(0, Math.max(fewest, smooth)));
    }

    private static NoisePoint point(List<Patch> smooth) {
        double variance = meanHigh(smooth);
        double structure = smooth.stream().mapToDouble(Patch::low).average().orElseThrow();
        double excess = Math.max(1, structure / Math.max(variance, Double.MIN_NORMAL));
        return new NoisePoint(mean(smooth), variance, smooth.size() / (excess * excess));
    }

    private static double meanHigh(List<Patch> patches) {
        return patches.stream().mapToDouble(Patch::high).average().orElseThrow();
    }

    private static double mean(List<Patch> patches) {
        return patches.stream().mapToDouble(Patch::mean).average().orElseThrow();
    }
}
