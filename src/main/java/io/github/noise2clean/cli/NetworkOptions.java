package io.github.noise2clean.cli;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.ModelLibrary;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which network denoises: a trained one, or one that is trained on the image. */
final class NetworkOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME_OR_FILE",
            description =
                    "The trained model: a bundled one by its name ('noise2clean models' lists"
                            + " them), or a file; ./NAME is a file in any case.")
    private String model;

    /** Null where a model is given: picocli has it so. */
    @ArgGroup(exclusive = false)
    private ZeroShotOptions zeroShot;

    /** Makes the denoised copy of an image. */
    interface Denoising {
        ImagePlus denoise(ImagePlus noisy, DenoisingListener listener) throws IOException;
    }

    /** What is to be done with a network. */
    interface Work {
        int with(Denoising denoising) throws IOException;
    }

    /** Does the work with the network that was asked for, and returns its exit status. */
    int with(DenoisingSettings settings, Work work) throws IOException {
        if (zeroShot != null) return work.with(zeroShot.denoiser(settings)::denoise);
        try (ImageDenoiser denoiser =
                new ImageDenoiser(ModelLibrary.BUNDLED.open(model), settings)) {
            return work.with(denoiser::denoise);
        }
    }
}
