package io.github.noise2clean.blocks;

import java.util.Locale;

/**
 * What a job has done.
 *
 * @param blocks of the image
 * @param before blocks that were there before
 * @param pixels of the blocks that it denoised
 * @param seconds that these took, all together
 */
public record JobSummary(long blocks, long before, long pixels, double seconds) {

    private static final double MEGA = 1e6;

    /**
     * Such as "12 blocks (2 of them already there), 48.2 megapixels, 1.5 megapixels per second".
     */
    @Override
    public String toString() {
        String known = before == 0 ? "" : " (%d of them already there)".formatted(before);
        return String.format(
                Locale.ROOT,
                "%s%s, %.1f megapixels, %.2f megapixels per second",
                blocks == 1 ? "1 block" : blocks + " blocks",
                known,
                pixels / MEGA,
                seconds > 0 ? pixels / MEGA / seconds : 0);
    }
}
