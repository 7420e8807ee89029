package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;

/** One of the times that a piece is denoised: how it is seen, and by which network. */
record Pass(Orientation orientation, TiledDenoiser tiles, PixelNetwork network) {

    /** Fills the piece's own place for denoised pixels. */
    void denoise(ImagePiece piece, Progress progress) {
        tiles.denoise(piece.seen(orientation), network, progress);
    }
}
