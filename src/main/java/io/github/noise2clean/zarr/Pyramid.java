package io.github.noise2clean.zarr;

import java.io.IOException;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;

/**
 * Fills the lower resolutions of an image, block by block: a value is the mean of those of the
 * level before that it stands for, rounded half up in whole numbers; at the end of an axis that may
 * be of fewer. The result does not depend on the blocks.
 */
public final class Pyramid {

    private final OmeZarr image;

    /**
     * @throws IllegalArgumentException if its levels are not whole factors apart, which those of
     *     {@link OmeZarr#create} are
     */
    public Pyramid(OmeZarr image) {
        this.image = image;
        for (int level = 1; level < image.levels(); level++) reduction(level);
    }

    /**
     * Takes the memory of a chunk, and of one of the level before.
     *
     * @param level 1 or more, whose predecessor is complete where the block needs it
     * @param block at borders of chunks, or at the end of the level
     */
    public void fill(int level, Interval block) throws IOException {
        ZarrArray target = image.level(level);
        target.header().grid().requireWhole(block);
        for (long[] position : target.header().grid().touched(block))
            target.write(mean(level, target.header().grid().interval(position)));
    }

    private RandomAccessibleInterval<? extends RealType<?>> mean(int level, Interval chunk)
            throws IOException {
        ZarrArray source = image.level(level - 1);
        ChunkGrid grid = source.header().grid();
        Means means = new Means(reduction(level), chunk, grid.interval());
        for (long[] position : grid.touched(means.source()))
            means.add(source.read(Intervals.intersect(grid.interval(position), means.source())));
        return means.image(source.header().type());
    }

    private Reduction reduction(int level) {
        return image.reduction(level)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "level %d of %s is no whole factors smaller"
                                                .formatted(level, image.folder())));
    }
}
