package io.github.noise2clean.blocks;

import io.github.noise2clean.zarr.Location;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.Pyramid;
import java.io.IOException;

/**
 * Fills the block of a number of a smaller level.
 *
 * @param output where the image is stored
 * @param level 1 or more, whose predecessor is complete
 * @param block pixels along each dimension
 */
record ShrinkWork(String output, int level, int[] block) implements TaskRunner.Work<Long, Long> {

    /** The number again. */
    @Override
    public Long of(Long number) throws IOException {
        OmeZarr image = OmeZarr.open(Location.of(output));
        long[] shape = image.level(level).header().shape();
        new Pyramid(image).fill(level, BlockGrid.of(shape, block).at(number));
        return number;
    }
}
