package io.github.noise2clean.model;

/**
 * How much of a variational network's latent code depended on the image at the end of its training:
 * a channel of the code is in use if its mean varies over images by more than 0.01 (Burda et al.
 * 2016).
 *
 * @param channels of the code
 * @param used how many of them are in use
 */
public record CodeUse(int channels, int used) {

    private static final double COLLAPSED_SHARE = 0.1;

    public CodeUse {
        if (channels < 1 || used < 0 || used > channels)
            throw new IllegalArgumentException(used + " of " + channels + " channels");
    }

    /** Whether the posterior has collapsed: next to nothing of the image reaches the decoder. */
    public boolean isCollapsed() {
        return used < Math.max(1, COLLAPSED_SHARE * channels);
    }

    /** For people: what was found, and what to do about a collapse. */
    public String sentence() {
        String found = used + " of the " + channels + " channels of the latent code are in use";
        return isCollapsed()
                ? "The posterior has collapsed: "
                        + found
                        + ", so the output hardly depends on the image. Lower the weight of the"
                        + " divergence, or let it rise over a larger share of the training."
                : found + ".";
    }
}
