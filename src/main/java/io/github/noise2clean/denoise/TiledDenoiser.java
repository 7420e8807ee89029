package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.OutOfMemory;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.stream.Collectors;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Denoises planes or volumes of one size, tile by tile: equal to the whole at once, to the
 * precision of float.
 *
 * <p>When the memory of the device or of Java runs out, the tiles that remain become smaller.
 */
final class TiledDenoiser {

    private Tiling tiling;
    private float[] shown = {};

    TiledDenoiser(Tiling tiling) {
        this.tiling = tiling;
    }

    /**
     * @throws DeviceMemoryException if even the smallest tile is too large
     * @throws java.util.concurrent.CancellationException if the listener wants the work to end
     */
    void denoise(ImagePiece piece, PixelNetwork network, Progress progress) {
        Deque<Interval> tiles = new ArrayDeque<>(tiling.tiles());
        while (!tiles.isEmpty()) {
            progress.checkStopped();
            try {
                denoise(piece, network, tiles.element());
                progress.tileDone(piece.made().size() * Intervals.numElements(tiles.remove()));
            } catch (DeviceMemoryException e) {
                shown = new float[0];
                tiling = tiling.smaller().orElseThrow(() -> e);
                tiles = divided(tiles);
            }
        }
    }

    private void denoise(ImagePiece piece, PixelNetwork network, Interval tile) {
        Interval window = tiling.windowFor(tile);
        float[] output =
                OutOfMemory.typed(() -> network.run(read(piece, window), piece.shape(window)));
        requireSize(output.length, piece.made().size() * Intervals.numElements(window));
        piece.write(output, window, tile);
    }

    /** A network of others may make anything. */
    private static void requireSize(long made, long wanted) {
        if (made != wanted)
            throw new IllegalArgumentException(
                    "The network makes %d values of a window, not %d.".formatted(made, wanted));
    }

    private float[] read(ImagePiece piece, Interval window) {
        long values = piece.shown().size() * Intervals.numElements(window);
        if (shown.length != values) shown = new float[Math.toIntExact(values)];
        piece.read(window, shown);
        return shown;
    }

    private Deque<Interval> divided(Collection<Interval> tiles) {
        return tiles.stream()
                .flatMap(tile -> tiling.tiles(tile).stream())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }
}
