package io.github.noise2clean.zeroshot;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.model.DenoisingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A way to denoise images of which the user has decided: its networks stay loaded, from one image
 * to the next, until it is closed. One image at a time.
 */
public interface Denoising extends AutoCloseable {

    /**
     * A denoised copy of the image, with what is needed to judge it.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the image does not suit
     * @throws IOException if a network cannot be read or loaded
     * @throws io.github.noise2clean.train.TrainingDivergedException if a training fails
     * @throws io.github.noise2clean.tensor.DeviceMemoryException if the device has not enough
     *     memory
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    Outcome outcome(ImagePlus noisy, DenoisingListener listener) throws IOException;

    /**
     * The same of an image that stays in its file, into a TIFF file that appears when it is whole;
     * image and result come into memory only where the way to denoise asks for it.
     *
     * @throws IOException as well with a sentence, if a file cannot be read or written
     */
    default Outcome outcome(FileImage noisy, Path result, DenoisingListener listener)
            throws IOException {
        Outcome outcome = outcome(ImageFiles.open(noisy.file()), listener);
        ImageFiles.save(outcome.image(), result);
        return outcome;
    }

    @Override
    void close();

    /**
     * By one model.
     *
     * @param notes is told what the user must know of the results
     * @throws IllegalArgumentException as the constructor of {@link ImageDenoiser} does
     * @throws IOException likewise
     */
    static Denoising with(DenoisingModel model, DenoisingSettings settings, Consumer<String> notes)
            throws IOException {
        ImageDenoiser denoiser = new ImageDenoiser(model, settings);
        denoiser.warning().ifPresent(notes);
        return new Denoising() {
            @Override
            public Outcome outcome(ImagePlus noisy, DenoisingListener listener) {
                return denoiser.outcome(noisy, listener);
            }

            @Override
            public Outcome outcome(FileImage noisy, Path result, DenoisingListener listener)
                    throws IOException {
                return denoiser.worksInParts()
                        ? denoiser.outcome(noisy, result, listener)
                        : Denoising.super.outcome(noisy, result, listener);
            }

            @Override
            public void close() {
                denoiser.close();
            }
        };
    }

    /**
     * By a network that is trained on each image alone.
     *
     * @param notes is told what the user must know of the results
     */
    static Denoising zeroShot(ZeroShotSettings settings, Consumer<String> notes) {
        return new Denoising() {
            @Override
            public Outcome outcome(ImagePlus noisy, DenoisingListener listener) throws IOException {
                ZeroShotDenoiser.warning(noisy).ifPresent(notes);
                return new ZeroShotDenoiser(settings).outcome(noisy, listener);
            }

            @Override
            public void close() {}
        };
    }
}
