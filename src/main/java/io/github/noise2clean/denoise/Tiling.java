package io.github.noise2clean.denoise;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Localizable;
import net.imglib2.iterator.IntervalIterator;

/**
 * How a plane or volume is cut into tiles, and what the network must see to fill each.
 *
 * <p>Intervals have x first and lie in an image that starts at the origin. All windows have one
 * size, since PyTorch optimises a network anew for every size it meets.
 */
final class Tiling {

    private final List<TiledAxis> axes;

    private Tiling(List<TiledAxis> axes) {
        this.axes = axes;
    }

    /**
     * Tiles of about {@code side} pixels along each axis.
     *
     * @param reaches of the network, slowest axis first
     */
    static Tiling ofSide(long side, List<AxisReach> reaches, long... imageSize) {
        int last = imageSize.length - 1;
        return new Tiling(
                IntStream.rangeClosed(0, last)
                        .mapToObj(d -> new TiledAxis(reaches.get(last - d), imageSize[d], side))
                        .toList());
    }

    /**
     * Tiles of one size but for the last ones, wherever they are: those of a part of the image can
     * be filled by themselves.
     *
     * @param tile wanted sizes, x first, multiples of the network's steps
     * @param reaches of the network, slowest axis first
     */
    static Tiling even(long[] tile, List<AxisReach> reaches, long... imageSize) {
        int last = imageSize.length - 1;
        return new Tiling(
                IntStream.rangeClosed(0, last)
                        .mapToObj(
                                d ->
                                        new TiledAxis(
                                                reaches.get(last - d), imageSize[d], tile[d], true))
                        .toList());
    }

    /** Tiles of half the side, or fewer where only that makes the window smaller. */
    Optional<Tiling> smaller() {
        long longest = axes.stream().mapToLong(TiledAxis::tile).max().orElseThrow();
        return LongStream.iterate(longest / 2, side -> side > 0, side -> side / 2)
                .mapToObj(this::withSide)
                .filter(tiling -> tiling.windowPixels() < windowPixels())
                .findFirst();
    }

    /** The tiles of a part of the image that is a tile of this or of a coarser tiling. */
    List<Interval> tiles(Interval part) {
        return product(
                IntStream.range(0, axes.size())
                        .mapToObj(d -> axes.get(d).tiles(span(part, d)))
                        .toList());
    }

    /** The tiles that hold some of {@code wanted}. */
    List<Interval> touching(Interval wanted) {
        return product(
                IntStream.range(0, axes.size())
                        .mapToObj(d -> axes.get(d).touching(span(wanted, d)))
                        .toList());
    }

    /** The pixels of the image that the windows show in order to fill {@code wanted}. */
    Interval seen(Interval wanted) {
        return product(
                        IntStream.range(0, axes.size())
                                .mapToObj(d -> List.of(axes.get(d).seen(span(wanted, d))))
                                .toList())
                .get(0);
    }

    /** All pixels. */
    Interval image() {
        return new FinalInterval(axes.stream().mapToLong(TiledAxis::size).toArray());
    }

    /** The intervals that take one span of each axis, x fastest. */
    private static List<Interval> product(List<List<Span>> spans) {
        long[] counts = spans.stream().mapToLong(List::size).toArray();
        List<Interval> intervals = new ArrayList<>();
        IntervalIterator position = new IntervalIterator(counts);
        while (position.hasNext()) {
            position.fwd();
            intervals.add(interval(spans, position));
        }
        return intervals;
    }

    private static Interval interval(List<List<Span>> spans, Localizable position) {
        long[] min = new long[spans.size()];
        long[] max = new long[spans.size()];
        for (int d = 0; d < min.length; d++) {
            Span span = spans.get(d).get(position.getIntPosition(d));
            min[d] = span.first();
            max[d] = span.last();
        }
        return new FinalInterval(min, max);
    }

    /** The pixels to show to the network in order to fill {@code tile}; some beyond the image. */
    Interval windowFor(Interval tile) {
        long[] start = new long[axes.size()];
        for (int d = 0; d < start.length; d++) start[d] = axes.get(d).windowStart(span(tile, d));
        return FinalInterval.createMinSize(start, windowSize());
    }

    /** The size of every tile but those at the image's borders. */
    long[] tileSize() {
        return axes.stream().mapToLong(TiledAxis::tile).toArray();
    }

    /** The size of every window. */
    long[] windowSize() {
        return axes.stream().mapToLong(TiledAxis::window).toArray();
    }

    /** How many windows the network is shown. */
    long windows() {
        return windows(image());
    }

    /** How many of them it is shown in order to fill {@code wanted}. */
    long windows(Interval wanted) {
        return IntStream.range(0, axes.size())
                .mapToLong(d -> axes.get(d).touching(span(wanted, d)).size())
                .reduce(1, Math::multiplyExact);
    }

    /** Of one window. */
    long windowPixels() {
        return axes.stream().mapToLong(TiledAxis::window).reduce(1, Math::multiplyExact);
    }

    /** Such as "tiles of 512 x 512 pixels in windows of 568 x 568". */
    @Override
    public String toString() {
        return "tiles of %s pixels in windows of %s"
                .formatted(text(TiledAxis::tile), text(TiledAxis::window));
    }

    private String text(ToLongFunction<TiledAxis> size) {
        return axes.stream()
                .mapToLong(size)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" x "));
    }

    private Tiling withSide(long side) {
        return new Tiling(axes.stream().map(axis -> axis.withSide(side)).toList());
    }

    private static Span span(Interval interval, int d) {
        return new Span(interval.min(d), interval.max(d));
    }
}
