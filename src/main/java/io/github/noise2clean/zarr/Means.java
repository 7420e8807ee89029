package io.github.noise2clean.zarr;

import java.util.Iterator;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.iterator.LocalizingIntervalIterator;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** The means of small boxes of a level, of which the pixels come in pieces. */
final class Means {

    private final int[] factors;
    private final Interval target;
    private final Interval source;
    private final double[] sums;

    /**
     * @param target where the means are wanted
     * @param below all of the level that they are of
     */
    Means(Reduction reduction, Interval target, Interval below) {
        this.factors = reduction.factors();
        this.target = target;
        this.source = source(below);
        this.sums = new double[(int) Intervals.numElements(target)];
    }

    /** The pixels that they are of. */
    Interval source() {
        return source;
    }

    /** Adds a part of the source; each pixel must be added once. */
    void add(RandomAccessibleInterval<? extends RealType<?>> piece) {
        Iterator<? extends RealType<?>> pixels = Views.flatIterable(piece).iterator();
        LocalizingIntervalIterator rows = rows(piece);
        while (rows.hasNext()) {
            rows.fwd();
            int row = index(rows.positionAsLongArray());
            for (long x = piece.min(0); x <= piece.max(0); x++)
                sums[row + (int) (x / factors[0] - target.min(0))] += pixels.next().getRealDouble();
        }
    }

    /** At its place; whole numbers are rounded half up. */
    RandomAccessibleInterval<? extends RealType<?>> image(PixelType type) {
        PixelBox box = PixelBox.blank(type, target);
        Iterator<? extends RealType<?>> pixels = Views.flatIterable(box.view()).iterator();
        LocalizingIntervalIterator places = new LocalizingIntervalIterator(target);
        for (double sum : sums) {
            places.fwd();
            double mean = sum / count(places);
            pixels.next().setReal(type.isInteger() ? Math.floor(mean + 0.5) : mean);
        }
        return box.view();
    }

    private Interval source(Interval below) {
        long[] min = new long[factors.length];
        long[] max = new long[factors.length];
        for (int d = 0; d < factors.length; d++) {
            min[d] = target.min(d) * factors[d];
            max[d] = Math.min(below.max(d), (target.max(d) + 1) * factors[d] - 1);
        }
        return new FinalInterval(min, max);
    }

    private static LocalizingIntervalIterator rows(Interval piece) {
        long[] firstOfRows = piece.maxAsLongArray();
        firstOfRows[0] = piece.min(0);
        return new LocalizingIntervalIterator(piece.minAsLongArray(), firstOfRows);
    }

    /** Of the first mean in the row of a pixel. */
    private int index(long[] pixel) {
        long index = 0;
        for (int d = pixel.length - 1; d > 0; d--)
            index = index * target.dimension(d) + pixel[d] / factors[d] - target.min(d);
        return (int) (index * target.dimension(0));
    }

    private long count(Localizable place) {
        long count = 1;
        for (int d = 0; d < factors.length; d++) {
            long first = place.getLongPosition(d) * factors[d];
            count *= Math.min(factors[d], source.max(d) - first + 1);
        }
        return count;
    }
}
