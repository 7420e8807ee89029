package io.github.noise2clean.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The small squares of planes that are added one by one, and what those that tell it show. What
 * passes was set by looking at real microscope images denoised well and badly.
 */
final class Tiles {

    /** Fewer tell nothing. */
    private static final int FEWEST = 8;

    private static final double SMOOTHEST = 0.1;
    private static final double DARKEST = 0.2;
    private static final double SMOOTHEST_OF_DARK = 0.5;

    private static final double STANDARD_ERRORS = 3;

    private final List<Tile> all = new ArrayList<>();

    void add(PlanePair planes) {
        PlanePair structures = planes.structures();
        for (int first : planes.squares()) {
            Tile tile = Tile.of(planes, structures, first);
            if (tile.isUsable()) all.add(tile);
        }
    }

    Finding residualMean() {
        Sample means = new Sample(all, tile -> tile.residue().mean());
        double noise = deviation(all, tile -> tile.noisy().smoothness().noiseVariance());
        double most = Math.max(STANDARD_ERRORS * means.error(), 0.05 * noise);
        return Aspect.RESIDUAL_MEAN.found(means.mean(), -most, most);
    }

    Finding noiseRemoved() {
        List<Tile> smooth = smoothest();
        double removed =
                deviation(smooth, tile -> tile.residue().variance())
                        / deviation(smooth, tile -> tile.noisy().variance());
        return Aspect.NOISE_REMOVED.found(removed, 0.8, 1.25);
    }

    Finding signalLeft() {
        List<Tile> structured = all.stream().filter(Tile::isStructured).toList();
        double missing = new Sample(structured, tile -> tile.contrast().missing()).mean();
        double denoised = new Sample(structured, tile -> tile.contrast().denoised()).mean();
        return Aspect.SIGNAL_LEFT.found(missing / denoised, -0.2, 0.5);
    }

    Finding backgroundTexture() {
        List<Tile> empty = smoothest(sorted(all, Tiles::brightness, DARKEST), SMOOTHEST_OF_DARK);
        Sample support = support(empty);
        double noise = deviation(empty, tile -> tile.noisy().variance());
        double texture = Math.sqrt(Math.max(0, -support.mean())) / noise;
        double chance = Math.sqrt(STANDARD_ERRORS * support.error()) / noise;
        return Aspect.BACKGROUND_TEXTURE.found(texture, 0, Math.max(0.1, chance));
    }

    /** At the place that accounts for most. */
    private static Sample support(List<Tile> tiles) {
        return IntStream.range(0, Support.PLACES)
                .mapToObj(place -> new Sample(tiles, t -> t.support().excess().get(place)))
                .max(Comparator.comparingDouble(Sample::mean))
                .orElseThrow();
    }

    private List<Tile> smoothest() {
        return smoothest(all, SMOOTHEST);
    }

    private static List<Tile> smoothest(List<Tile> tiles, double share) {
        return sorted(tiles, tile -> tile.noisy().smoothness().structure(), share);
    }

    private static double brightness(Tile tile) {
        return tile.noisy().brightness();
    }

    /** The share with the lowest numbers, if that is enough, otherwise a few more. */
    private static List<Tile> sorted(
            List<Tile> tiles, ToDoubleFunction<Tile> number, double share) {
        return tiles.stream()
                .sorted(Comparator.comparingDouble(number))
                .limit(Math.max(FEWEST, (long) (share * tiles.size())))
                .toList();
    }

    private static double deviation(List<Tile> tiles, ToDoubleFunction<Tile> variance) {
        return Math.sqrt(new Sample(tiles, variance).mean());
    }

    /** A number of some tiles. */
    private record Sample(List<Tile> tiles, ToDoubleFunction<Tile> number) {

        /** NaN of too few. */
        double mean() {
            return tiles.size() < FEWEST
                    ? Double.NaN
                    : tiles.stream().mapToDouble(number).average().orElseThrow();
        }

        /** The standard error of the mean. */
        double error() {
            double mean = mean();
            double squares =
                    tiles.stream()
                            .mapToDouble(number)
                            .map(value -> (value - mean) * (value - mean))
                            .sum();
            return Math.sqrt(squares / tiles.size() / (tiles.size() - 1.0));
        }
    }
}
