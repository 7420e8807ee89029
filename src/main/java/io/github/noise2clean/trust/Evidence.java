package io.github.noise2clean.trust;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import java.util.List;
import java.util.Optional;
import net.imglib2.util.Intervals;

/**
 * What a trust report is made from.
 *
 * @param denoised of the size and axes of the noisy image; the mean, if there are several
 * @param type what its type can hold; absent where it is 32-bit
 * @param seen what the network has learned from, for each channel; empty where that is not known
 */
public record Evidence(
        AxisImage noisy, AxisImage denoised, Optional<DataRange> type, List<SeenRange> seen) {

    public Evidence {
        seen = List.copyOf(seen);
        if (!noisy.axes().equals(denoised.axes())
                || !Intervals.equalDimensions(noisy.pixels(), denoised.pixels()))
            throw new IllegalArgumentException("noisy image " + noisy + ", denoised " + denoised);
        if (!seen.isEmpty() && seen.size() != noisy.channels().size())
            throw new IllegalArgumentException(seen.size() + " ranges of the channels of " + noisy);
    }
}
