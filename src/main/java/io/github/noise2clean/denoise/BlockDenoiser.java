package io.github.noise2clean.denoise;

import io.github.noise2clean.dataset.Orientation;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Denoises blocks of an image that is too large to be in memory: each as it comes out where all of
 * the image is denoised, bit by bit, unless the memory runs out on the way.
 */
public final class BlockDenoiser {

    private final ImageDenoiser denoiser;
    private final TileGrid grid;

    /**
     * @param denoiser is left open
     * @param grid for the same model
     * @throws IllegalArgumentException if the settings ask for other than the plain estimate
     */
    public BlockDenoiser(ImageDenoiser denoiser, TileGrid grid) {
        if (denoiser.settings().estimate() != Estimate.PLAIN)
            throw new IllegalArgumentException(
                    "Blocks are denoised plainly, not by "
                            + denoiser.settings().estimate().word()
                            + ".");
        this.denoiser = denoiser;
        this.grid = grid;
    }

    /**
     * Fills a block with grey values.
     *
     * @param seen the pixels that {@link TileGrid#seen} tells, in their place in the image
     * @param block in its place in the image
     * @param intensities of each channel of the block
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public void denoise(
            AxisImage seen,
            AxisImage block,
            List<IntensityMap> intensities,
            DenoisingListener listener) {
        if (!Intervals.contains(seen.pixels(), grid.seen(block.pixels())))
            throw new IllegalArgumentException("block " + block + " of " + seen);
        Interval wanted = grid.spatial(block.pixels());
        Pass pass =
                new Pass(
                        Orientation.UPRIGHT,
                        new TiledDenoiser(grid.tiling(), wanted),
                        denoiser.network());
        Progress progress = new Progress(listener, block.pixels().size());
        ImagePieces pieces =
                new ImagePieces(denoiser.model(), extended(seen), List.of(extended(block)));
        pass.denoise(pieces.all(intensities).stream().map(maps -> maps.get(0)).toList(), progress);
    }

    /** As large as the image, of which no more is looked at. */
    private AxisImage extended(AxisImage part) {
        RandomAccessibleInterval<FloatType> pixels = part.pixels();
        return new AxisImage(
                Views.interval(Views.extendZero(pixels), grid.extended(pixels)), part.axes());
    }
}
