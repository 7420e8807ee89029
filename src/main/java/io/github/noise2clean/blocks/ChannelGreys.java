package io.github.noise2clean.blocks;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The grey values of one channel, sorted; of those whose keys have two digits, some.
 *
 * @param firsts the first digits whose second ones were counted
 * @param seconds their counts
 */
record ChannelGreys(
        GreyKeys keys, GreyCounts counts, List<Integer> firsts, List<GreyCounts> seconds) {

    ChannelGreys {
        firsts = List.copyOf(firsts);
        seconds = List.copyOf(seconds);
    }

    /** Before second digits are counted. */
    ChannelGreys(GreyKeys keys, GreyCounts counts) {
        this(keys, counts, List.of(), List.of());
    }

    /** With the counts of some second digits. */
    ChannelGreys with(List<Integer> ofFirsts, List<GreyCounts> counted) {
        return new ChannelGreys(keys, counts, ofFirsts, counted);
    }

    /** The first digits whose second ones these percentiles ask for. */
    List<Integer> firsts(double... percents) {
        if (keys.isOneDigit() || counts.total() == 0) return List.of();
        return DoubleStream.of(percents)
                .boxed()
                .flatMap(percent -> LongStream.of(below(percent), above(percent)).boxed())
                .map(counts::digit)
                .distinct()
                .sorted()
                .toList();
    }

    /** Linearly interpolated between the two nearest values; 0 where there are none. */
    double percentile(double percent) {
        if (counts.total() == 0) return 0;
        double share = position(percent) - below(percent);
        double grey = at(below(percent));
        return grey + share * (at(above(percent)) - grey);
    }

    private double position(double percent) {
        return percent / 100 * (counts.total() - 1);
    }

    private long below(double percent) {
        return (long) position(percent);
    }

    private long above(double percent) {
        return Math.min(below(percent) + 1, counts.total() - 1);
    }

    private double at(long rank) {
        int first = counts.digit(rank);
        if (keys.isOneDigit()) return keys.grey(first);
        GreyCounts second = seconds.get(firsts.indexOf(first));
        return keys.grey(first, second.digit(rank - counts.before(first)));
    }
}
