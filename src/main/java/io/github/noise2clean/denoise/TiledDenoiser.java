package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceMemoryException;
import java.util.List;
import net.imglib2.Interval;

/**
 * Denoises planes or volumes of one size, tile by tile: equal to the whole at once, to the
 * precision of float.
 *
 * <p>When the memory of the device or of Java runs out, the tiles that remain become smaller.
 */
final class TiledDenoiser {

    private Tiling tiling;

    TiledDenoiser(Tiling tiling) {
        this.tiling = tiling;
    }

    /**
     * @throws DeviceMemoryException if even the smallest tile is too large
     * @throws java.util.concurrent.CancellationException if the listener wants the work to end
     */
    void denoise(List<ImagePiece> pieces, PixelNetwork network, Progress progress) {
        List<PieceTile> tiles = tiles(pieces);
        while (!tiles.isEmpty()) {
            TilePipeline pipeline = new TilePipeline(tiles, network, progress);
            try {
                pipeline.run();
            } catch (DeviceMemoryException e) {
                tiling = tiling.smaller().orElseThrow(() -> e);
            }
            tiles = divided(pipeline.unfinished());
        }
    }

    private List<PieceTile> tiles(List<ImagePiece> pieces) {
        List<Interval> tiles = tiling.tiles();
        return pieces.stream()
                .flatMap(piece -> tiles.stream().map(tile -> new PieceTile(piece, tile, tiling)))
                .toList();
    }

    private List<PieceTile> divided(List<PieceTile> tiles) {
        return tiles.stream()
                .flatMap(
                        large ->
                                tiling.tiles(large.tile()).stream()
                                        .map(tile -> new PieceTile(large.piece(), tile, tiling)))
                .toList();
    }
}
