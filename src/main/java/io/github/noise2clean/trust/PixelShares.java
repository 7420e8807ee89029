package io.github.noise2clean.trust;

import io.github.noise2clean.image.DataRange;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Counts pixels that the network does not know, or that did not fit into the result. */
final class PixelShares {

    private final Optional<SeenRange> seen;
    private final Optional<DataRange> type;
    private long pixels;
    private long outside;
    private long clipped;

    PixelShares(Optional<SeenRange> seen, Optional<DataRange> type) {
        this.seen = seen;
        this.type = type;
    }

    void add(PlanePair planes) {
        pixels += planes.noisy().length;
        seen.ifPresent(range -> addOutside(range, planes.noisy()));
        type.ifPresent(range -> addClipped(range, planes));
    }

    Finding outsideTraining() {
        double share = seen.isPresent() ? share(outside) : Double.NaN;
        return Aspect.OUTSIDE_TRAINING.found(share, 0, 0.01);
    }

    Finding clipped() {
        return Aspect.CLIPPED.found(share(clipped), 0, 0.001);
    }

    private double share(long count) {
        return (double) count / pixels;
    }

    private void addOutside(SeenRange range, float[] noisy) {
        for (float grey : noisy) if (Float.isFinite(grey) && !range.holds(grey)) outside++;
    }

    private void addClipped(DataRange range, PlanePair planes) {
        for (int y = 0; y < planes.height(); y += PlanePair.SIDE)
            for (int x = 0; x < planes.width(); x += PlanePair.SIDE) {
                clipped += clipped(planes, window(planes, x, y), (float) range.min());
                clipped += clipped(planes, window(planes, x, y), (float) range.max());
            }
    }

    /** The indices of a square's pixels, of those that the plane has. */
    private static int[] window(PlanePair planes, int left, int top) {
        int columns = Math.min(PlanePair.SIDE, planes.width() - left);
        int rows = Math.min(PlanePair.SIDE, planes.height() - top);
        return IntStream.range(0, columns * rows)
                .map(i -> (top + i / columns) * planes.width() + left + i % columns)
                .toArray();
    }

    /** All those of a window at {@code end}, unless that is what the noisy pixels suggest. */
    private static long clipped(PlanePair planes, int[] window, float end) {
        double[] distances =
                IntStream.of(window)
                        .filter(i -> planes.denoised()[i] == end)
                        .mapToDouble(i -> planes.noisy()[i] - end)
                        .toArray();
        double mean = DoubleStream.of(distances).average().orElse(0);
        double square = DoubleStream.of(distances).map(d -> d * d).average().orElse(0);
        return mean * mean > Math.max(1, square - mean * mean) ? distances.length : 0;
    }
}
