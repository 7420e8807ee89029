package io.github.noise2clean.metric;

import java.util.List;

/**
 * What came out of comparing two images.
 *
 * @param parts in ImageJ's stack order
 * @param whole the mean SSIM of the parts; PSNR and NRMSE of all pixels together
 */
public record Comparison(List<Quality> parts, Quality whole) {

    public Comparison {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) throw new IllegalArgumentException("no parts");
    }
}
