package io.github.noise2clean.blocks;

import io.github.noise2clean.image.Axis;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * The axes of an image as OME-Zarr stores them, slices before channels, and as denoising has them,
 * channels before slices: to exchange these two leads from either to the other.
 *
 * @param stored one per dimension, the fastest first
 */
record AxisOrder(List<Axis> stored) {

    AxisOrder {
        stored = List.copyOf(stored);
    }

    /** As denoising has them. */
    List<Axis> ordered() {
        return stored.stream().sorted().toList();
    }

    /** The stored dimension of an axis; below 0 where there is none. */
    int dimension(Axis axis) {
        return stored.indexOf(axis);
    }

    Interval exchanged(Interval box) {
        return new FinalInterval(exchanged(box.minAsLongArray()), exchanged(box.maxAsLongArray()));
    }

    /** One number for each dimension. */
    long[] exchanged(long[] numbers) {
        long[] exchanged = numbers.clone();
        if (!isExchanged()) return exchanged;
        exchanged[dimension(Axis.Z)] = numbers[dimension(Axis.CHANNEL)];
        exchanged[dimension(Axis.CHANNEL)] = numbers[dimension(Axis.Z)];
        return exchanged;
    }

    /** A view. */
    <T> RandomAccessibleInterval<T> exchanged(RandomAccessibleInterval<T> pixels) {
        if (!isExchanged()) return pixels;
        return Views.permute(pixels, dimension(Axis.Z), dimension(Axis.CHANNEL));
    }

    private boolean isExchanged() {
        return !stored.equals(ordered());
    }
}
