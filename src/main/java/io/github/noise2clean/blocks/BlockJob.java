package io.github.noise2clean.blocks;

import io.github.noise2clean.image.IntensityMap;
import java.io.Serializable;
import java.util.List;

/**
 * What every process must know in order to denoise any block.
 *
 * @param tile along the axes of the network, x first
 * @param block pixels along each stored dimension
 * @param intensities of each channel
 */
record BlockJob(
        Places places,
        ProcessNetwork.Key network,
        long[] tile,
        int[] block,
        List<IntensityMap> intensities)
        implements Serializable {

    BlockJob {
        intensities = List.copyOf(intensities);
    }
}
