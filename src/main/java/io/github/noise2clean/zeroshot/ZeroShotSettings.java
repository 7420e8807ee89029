package io.github.noise2clean.zeroshot;

import io.github.noise2clean.denoise.DenoisingSettings;

/**
 * How a network is trained on the image that it is to denoise.
 *
 * @param denoising how it is then used
 * @param steps of the training of each network; more take longer and bring little
 * @param seed of the first weights and the patches: the same gives the same pixels
 */
public record ZeroShotSettings(DenoisingSettings denoising, Portion portion, int steps, long seed) {

    /** Where nothing is gained any more that is worth the time, whatever the image's size. */
    public static final int STANDARD_STEPS = 800;

    public ZeroShotSettings {
        if (denoising.estimate().isSampled())
            throw new IllegalArgumentException(
                    "A network that is trained on the image alone has no latent code to sample: choose"
                            + " a variational model.");
        if (steps < 1)
            throw new IllegalArgumentException(
                    "The training needs at least 1 step, not " + steps + ".");
    }

    /** One network for an image, of {@link #STANDARD_STEPS} and always the same pixels. */
    public static ZeroShotSettings standard(DenoisingSettings denoising) {
        return new ZeroShotSettings(denoising, Portion.IMAGE, STANDARD_STEPS, 1);
    }
}
