package io.github.noise2clean.denoise;

import io.github.noise2clean.tensor.DeviceMemoryException;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Denoises planes or volumes of one size, tile by tile: equal to the whole at once, to the
 * precision of float.
 *
 * <p>When the memory of the device or of Java runs out, the tiles that remain become smaller.
 */
final class TiledDenoiser {

    private final Interval wanted;
    private Tiling tiling;

    TiledDenoiser(Tiling tiling) {
        this(tiling, tiling.image());
    }

    /**
     * @param wanted the pixels to fill, by all tiles that hold some of them
     */
    TiledDenoiser(Tiling tiling, Interval wanted) {
        this.tiling = tiling;
        this.wanted = wanted;
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
                progress.tilesDivided(tiling);
            }
            tiles = divided(pipeline.unfinished());
        }
    }

    private List<PieceTile> tiles(List<ImagePiece> pieces) {
        List<Interval> tiles = tiling.touching(wanted);
        return pieces.stream()
                .flatMap(piece -> tiles.stream().map(tile -> of(piece, tile)))
                .toList();
    }

    private List<PieceTile> divided(List<PieceTile> tiles) {
        return tiles.stream()
                .flatMap(
                        large ->
                                tiling.tiles(large.tile()).stream()
                                        .map(tile -> of(large.piece(), tile)))
                .filter(small -> !Intervals.isEmpty(small.kept()))
                .toList();
    }

    private PieceTile of(ImagePiece piece, Interval tile) {
        return new PieceTile(piece, tile, Intervals.intersect(tile, wanted), tiling);
    }
}
