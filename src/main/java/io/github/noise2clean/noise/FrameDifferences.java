package io.github.noise2clean.noise;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/** Each frame less the one before it: views, in which what stays the same is gone. */
final class FrameDifferences {

    private FrameDifferences() {}

    static List<RandomAccessibleInterval<FloatType>> of(
            List<RandomAccessibleInterval<FloatType>> frames) {
        if (frames.size() < 2)
            throw new IllegalArgumentException("Differences need 2 frames, not " + frames.size());
        return IntStream.range(1, frames.size())
                .mapToObj(i -> difference(frames.get(i), frames.get(i - 1)))
                .toList();
    }

    private static RandomAccessibleInterval<FloatType> difference(
            RandomAccessibleInterval<FloatType> later,
            RandomAccessibleInterval<FloatType> earlier) {
        if (!Intervals.equals(later, earlier))
            throw new IllegalArgumentException(
                    "frames differ in size: "
                            + Intervals.toString(later)
                            + ", "
                            + Intervals.toString(earlier));
        return Converters.convert(
                later, earlier, (a, b, out) -> out.set(a.get() - b.get()), new FloatType());
    }
}
