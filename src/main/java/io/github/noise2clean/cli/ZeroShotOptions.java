package io.github.noise2clean.cli;

import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.zeroshot.Portion;
import io.github.noise2clean.zeroshot.ZeroShotDenoiser;
import io.github.noise2clean.zeroshot.ZeroShotSettings;
import picocli.CommandLine.Option;

/** That a network is trained on the image that it denoises, and how. */
final class ZeroShotOptions {

    @Option(
            names = "--zero-shot",
            required = true,
            description =
                    "Without a model: train a small network on each image alone, by its neighbouring"
                            + " pixels, whose noise must be independent.")
    private boolean asked;

    @Option(
            names = "--portion",
            paramLabel = "P",
            defaultValue = "image",
            description =
                    "What has a network of its own: image (default), channel or plane. Of a stack, a"
                            + " network for each plane takes as long as so many images.")
    private Portion portion;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "" + ZeroShotSettings.STANDARD_STEPS,
            description = "Of the training of each network (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "Of the training: the same gives the same pixels (default: ${DEFAULT-VALUE}).")
    private long seed;

    ZeroShotDenoiser denoiser(DenoisingSettings settings) {
        return new ZeroShotDenoiser(new ZeroShotSettings(settings, portion, steps, seed));
    }
}
