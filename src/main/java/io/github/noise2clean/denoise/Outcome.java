package io.github.noise2clean.denoise;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.trust.Evidence;
import io.github.noise2clean.trust.SeenRange;
import io.github.noise2clean.trust.TrustReport;
import java.util.List;
import java.util.Optional;

/**
 * A noisy image and what was made of it.
 *
 * @param mean the view of {@code image} that has the noisy one's size and axes: all of it, or the
 *     mean among several maps
 * @param seen the intensities that the network has learned from, for each channel; empty where they
 *     are not known
 */
public record Outcome(ImagePlus image, AxisImage noisy, AxisImage mean, List<SeenRange> seen) {

    public Outcome {
        seen = List.copyOf(seen);
    }

    /** Takes a part of the time of denoising. */
    public TrustReport trustReport() {
        return TrustReport.of(new Evidence(noisy, mean, type(), seen));
    }

    private Optional<DataRange> type() {
        int bits = image.getBitDepth();
        if (bits == 32) return Optional.empty();
        return Optional.of(new DataRange(0, bits == 16 ? 65535 : 255));
    }
}
