package io.github.noise2clean.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Measures a {@link NoiseCorrelation}: the median over the smoothest squares. */
final class CorrelationEstimate {

    /** Below that, the median over the squares errs by more than 0.05. */
    private static final int FEWEST_PATCHES = 8;

    private static final double SHARE = 0.1;
    private static final int MOST_PLANES = 50;
    private static final int MOST_PATCHES = 20_000;
    private static final int SIDE = CorrelationPatch.SIDE;

    private CorrelationEstimate() {}

    static NoiseCorrelation of(List<RandomAccessibleInterval<FloatType>> planes) {
        List<CorrelationPatch> patches = new ArrayList<>();
        int count = Math.min(planes.size(), MOST_PLANES);
        for (int i = 0; i < count; i++) {
            int evenly = (int) ((long) i * planes.size() / count);
            patches.addAll(patches(planes.get(evenly), MOST_PATCHES / count));
        }
        if (patches.size() < FEWEST_PATCHES) return NoiseCorrelation.unknown();
        return medians(smoothest(patches));
    }

    private static List<CorrelationPatch> patches(
            RandomAccessibleInterval<FloatType> plane, int most) {
        if (plane.numDimensions() != 2)
            throw new IllegalArgumentException("a plane of " + plane.numDimensions() + " axes");
        int step = (int) Math.max(SIDE / 2, Math.ceil(Math.sqrt((double) plane.size() / most)));
        List<CorrelationPatch> patches = new ArrayList<>();
        for (long y = plane.min(1); y <= plane.max(1) + 1 - SIDE; y += step)
            for (long x = plane.min(0); x <= plane.max(0) + 1 - SIDE; x += step)
                patches.add(CorrelationPatch.of(pixels(plane, x, y)));
        patches.removeIf(patch -> !patch.hasNoise());
        return patches;
    }

    private static float[] pixels(RandomAccessibleInterval<FloatType> plane, long x, long y) {
        FinalInterval square =
                new FinalInterval(new long[] {x, y}, new long[] {x + SIDE - 1, y + SIDE - 1});
        Cursor<FloatType> cursor = Views.flatIterable(Views.interval(plane, square)).cursor();
        float[] pixels = new float[CorrelationPatch.PIXELS];
        for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
        return pixels;
    }

    private static List<CorrelationPatch> smoothest(List<CorrelationPatch> patches) {
        return patches.stream()
                .sorted(Comparator.comparingDouble(CorrelationPatch::structure))
                .limit(Math.max(FEWEST_PATCHES, (long) (SHARE * patches.size())))
                .toList();
    }

    private static NoiseCorrelation medians(List<CorrelationPatch> patches) {
        return new NoiseCorrelation(
                medians(patches, CorrelationPatch::alongX),
                medians(patches, CorrelationPatch::alongY),
                patches.size());
    }

    private static List<Double> medians(
            List<CorrelationPatch> patches, Function<CorrelationPatch, double[]> correlations) {
        return IntStream.range(0, CorrelationPatch.LAGS)
                .mapToObj(
                        lag ->
                                median(
                                        patches.stream()
                                                .mapToDouble(p -> correlations.apply(p)[lag])
                                                .sorted()
                                                .toArray()))
                .toList();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
