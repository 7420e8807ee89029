package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceMemoryException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Denoises planes or volumes of one size, tile by tile: equal to the whole at once, to the
 * precision of float.
 *
 * <p>When the device runs out of memory, the tiles that remain become smaller.
 */
final class TiledDenoiser {

    private final PixelNetwork network;
    private Tiling tiling;
    private float[] shown = {};

    TiledDenoiser(PixelNetwork network, Tiling tiling) {
        this.network = network;
        this.tiling = tiling;
    }

    /**
     * @throws DeviceMemoryException if even the smallest tile is too large
     * @throws java.util.concurrent.CancellationException if the listener wants the work to end
     */
    void denoise(ImagePiece piece, Progress progress) {
        Deque<Interval> tiles = new ArrayDeque<>(tiling.tiles());
        while (!tiles.isEmpty()) {
            progress.checkStopped();
            try {
                denoise(piece, tiles.element());
                progress.tileDone(Intervals.numElements(tiles.remove()));
            } catch (DeviceMemoryException e) {
                tiling = tiling.smaller().orElseThrow(() -> e);
                tiles = divided(tiles);
            }
        }
    }

    private void denoise(ImagePiece piece, Interval tile) {
        Interval window = tiling.windowFor(tile);
        float[] output = network.run(read(piece, window), slowestFirst(window));
        piece.write(output, window, tile);
    }

    private float[] read(ImagePiece piece, Interval window) {
        int pixels = Math.toIntExact(Intervals.numElements(window));
        if (shown.length != pixels) shown = new float[pixels];
        piece.read(window, shown);
        return shown;
    }

    private Deque<Interval> divided(Collection<Interval> tiles) {
        return tiles.stream()
                .flatMap(tile -> tiling.tiles(tile).stream())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static long[] slowestFirst(Interval window) {
        int last = window.numDimensions() - 1;
        return IntStream.rangeClosed(0, last).mapToLong(d -> window.dimension(last - d)).toArray();
    }
}
