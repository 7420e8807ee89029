package io.github.noise2clean.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * How far two images of the same thing, each with noise of its own, agree in details of each size
 * (Nieuwenhuizen et al.: Measuring image resolution in optical nanoscopy, Nature Methods 2013).
 *
 * <p>What the two share beyond the thing itself, such as a fixed pattern of the camera or the
 * habits of one denoiser, counts as agreement.
 */
public final class FourierRingCorrelation {

    /** Of the correlation, below which details are taken for noise. */
    public static final double THRESHOLD = 1 / 7.0;

    /**
     * The standard deviation of the mean over the first n rings, times n, where two white noises
     * fade out by a Hann window: 1 / sqrt(pi) for the number of frequencies, times 1.94 for those
     * that the window joins.
     */
    private static final double CHANCE = 1.1;

    private final int side;
    private final int squares;
    private final List<Ring> rings;

    private FourierRingCorrelation(int side, int squares, List<Ring> rings) {
        this.side = side;
        this.squares = squares;
        this.rings = rings;
    }

    /**
     * Of planes of any size, or of all X,Y planes of a stack together. A plane that is no square is
     * seen as squares of its shorter side, which overlap as little as they can.
     *
     * @throws IllegalArgumentException with a sentence, when the sizes differ
     */
    public static FourierRingCorrelation of(
            RandomAccessibleInterval<FloatType> first, RandomAccessibleInterval<FloatType> second) {
        Sizes.requireEqual(first, second);
        return together(
                first.numDimensions() == 2 ? ofPlane(first, second) : ofStack(first, second));
    }

    /** Of images of one size, as if they were parts of one. */
    public static FourierRingCorrelation together(List<FourierRingCorrelation> parts) {
        FourierRingCorrelation one = parts.get(0);
        return new FourierRingCorrelation(
                one.side,
                parts.stream().mapToInt(part -> part.squares).sum(),
                IntStream.range(0, one.rings.size()).mapToObj(r -> sum(parts, r)).toList());
    }

    /**
     * The correlation in each ring of 1, 2, 3 ... side / 2 periods per side, as the mean with its
     * neighbours; from -1 to 1.
     */
    public List<Double> curve() {
        return IntStream.range(0, rings.size()).mapToObj(this::smoothed).toList();
    }

    /** Of every ring, in periods per pixel: up to 0.5. */
    public List<Double> frequencies() {
        return IntStream.rangeClosed(1, rings.size()).mapToObj(r -> r / (double) side).toList();
    }

    /**
     * The period in pixels at which the curve first falls below 1/7; Nyquist's 2 where it never
     * does. None where so few rings agree that it may be chance (three standard deviations).
     */
    public OptionalDouble resolution() {
        List<Double> curve = curve();
        int agreeing = 0;
        while (agreeing < curve.size() && curve.get(agreeing) >= THRESHOLD) agreeing++;
        if (mayBeChance(agreeing)) return OptionalDouble.empty();
        if (agreeing == curve.size()) return OptionalDouble.of(2);
        double above = curve.get(agreeing - 1);
        double fall = above - curve.get(agreeing);
        return OptionalDouble.of(side / (agreeing + (above - THRESHOLD) / fall));
    }

    private static List<FourierRingCorrelation> ofStack(
            RandomAccessibleInterval<FloatType> first, RandomAccessibleInterval<FloatType> second) {
        int last = first.numDimensions() - 1;
        List<FourierRingCorrelation> slices = new ArrayList<>();
        for (long i = 0; i < first.dimension(last); i++)
            slices.add(
                    of(
                            Views.hyperSlice(first, last, first.min(last) + i),
                            Views.hyperSlice(second, last, second.min(last) + i)));
        return slices;
    }

    private static List<FourierRingCorrelation> ofPlane(
            RandomAccessibleInterval<FloatType> first, RandomAccessibleInterval<FloatType> second) {
        RandomAccessibleInterval<FloatType> one = Views.zeroMin(first);
        RandomAccessibleInterval<FloatType> other = Views.zeroMin(second);
        return squares(first).stream()
                .map(square -> Rings.of(Views.interval(one, square), Views.interval(other, square)))
                .map(rings -> new FourierRingCorrelation(side(first), 1, rings))
                .toList();
    }

    private static List<Interval> squares(Interval plane) {
        int side = side(plane);
        long spareX = plane.dimension(0) - side;
        long spareY = plane.dimension(1) - side;
        long steps = (spareX + spareY + side - 1) / side;
        List<Interval> squares = new ArrayList<>();
        for (long i = 0; i <= steps; i++) {
            long x = spareX * i / Math.max(1, steps);
            long y = spareY * i / Math.max(1, steps);
            squares.add(FinalInterval.createMinSize(x, y, side, side));
        }
        return squares;
    }

    private static int side(Interval plane) {
        return (int) Math.min(plane.dimension(0), plane.dimension(1));
    }

    private static Ring sum(List<FourierRingCorrelation> parts, int ring) {
        return parts.stream().map(part -> part.rings.get(ring)).reduce(Ring.EMPTY, Ring::plus);
    }

    private double smoothed(int ring) {
        return rings.subList(Math.max(0, ring - 1), Math.min(rings.size(), ring + 2)).stream()
                .mapToDouble(Ring::correlation)
                .average()
                .orElseThrow();
    }

    /** Coarse rings hold few frequencies, in which noises agree now and then. */
    private boolean mayBeChance(int agreeing) {
        double sum = 0;
        for (int r = 0; r < agreeing; r++) sum += 2 * (r + 1) * rings.get(r).correlation();
        double mean = sum / Math.max(1, agreeing * (agreeing + 1));
        return mean * agreeing * Math.sqrt(squares) <= 3 * CHANCE;
    }
}
