package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import java.util.List;

/** One of the times that pieces are denoised: how they are seen, and by which network. */
record Pass(Orientation orientation, TiledDenoiser tiles, PixelNetwork network) {

    /** Fills the pieces' own places for denoised pixels. */
    void denoise(List<ImagePiece> pieces, Progress progress) {
        List<ImagePiece> seen = pieces.stream().map(piece -> piece.seen(orientation)).toList();
        tiles.denoise(seen, network, progress);
    }
}
