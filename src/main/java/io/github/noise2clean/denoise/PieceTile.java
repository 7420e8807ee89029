package io.github.noise2clean.denoise;

import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * A tile of a piece, to be denoised.
 *
 * @param kept what is written of it
 */
record PieceTile(ImagePiece piece, Interval tile, Interval kept, Tiling tiling) {

    /** How many values the network is shown. */
    int valuesShown() {
        return Math.toIntExact(piece.shown().size() * Intervals.numElements(window()));
    }

    /** Fills {@code values} with what the network is shown. */
    void read(float[] values) {
        piece.read(window(), values);
    }

    /** The shape of what the network is shown, as tensors have it. */
    long[] shape() {
        return piece.shape(window());
    }

    /**
     * Puts what the network has made where it goes.
     *
     * @throws IllegalArgumentException if these are not as many values as they should be, since a
     *     network of others may make anything
     */
    void write(float[] made) {
        long wanted = piece.made().size() * Intervals.numElements(window());
        if (made.length != wanted)
            throw new IllegalArgumentException(
                    "The network makes %d values of a window, not %d."
                            .formatted(made.length, wanted));
        piece.write(made, window(), kept);
    }

    /** Of all channels that are made and kept. */
    long pixels() {
        return piece.made().size() * Intervals.numElements(kept);
    }

    private Interval window() {
        return tiling.windowFor(tile);
    }
}
