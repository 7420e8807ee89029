package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.foreign.ForeignModel;
import io.github.noise2clean.foreign.ForeignPackage;
import io.github.noise2clean.foreign.TinyPackage;
import io.github.noise2clean.foreign.Trust;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network doubles; before it grey values are halved and raised by a quarter. */
class ForeignDenoisingTest {

    private static final String SIGMOID = "postprocessing:\n      - id: sigmoid";

    @TempDir private Path folder;

    private final float[] grey = new float[45 * 37];

    ForeignDenoisingTest() {
        for (int i = 0; i < grey.length; i++) grey[i] = i % 101 / 50f;
    }

    @Test
    void whatThePackageSaysIsDoneToWhateverSize() throws IOException {
        float[] made = denoised(TinyPackage.current(), 16);
        for (int i = 0; i < made.length; i++)
            assertEquals(1 / (1 + Math.exp(-grey[i] - 0.5)), made[i], 1e-5);
        assertArrayEquals(made, denoised(TinyPackage.older(), 0), 1e-6f);
    }

    @Test
    void withoutAWordOnTheOutputGreyValuesAreRestored() throws IOException {
        float[] made = denoised(TinyPackage.current().with(SIGMOID, "description: image"), 16);
        for (int i = 0; i < made.length; i++) assertEquals(2 * grey[i] + 0.5, made[i], 1e-4);
    }

    @Test
    void aNetworkOfOneSizeIsShownTilesOfThatSize() throws IOException {
        TinyPackage fixed = TinyPackage.current().with("{min: 16, step: 8}", "24");
        assertArrayEquals(denoised(TinyPackage.current(), 0), denoised(fixed, 0), 1e-6f);
    }

    @Test
    void theNoisyMomentsAreGivenToTheWholeImage() throws IOException {
        String moments = "id: scale_mean_variance\n        kwargs: {reference_tensor: raw}";
        float[] made = denoised(TinyPackage.current().with("id: sigmoid", moments), 16);
        assertArrayEquals(grey, made, 1e-4f);
    }

    @Test
    void anotherNumberOfChannelsIsRefusedWithTheNumbers() {
        TinyPackage two =
                TinyPackage.current()
                        .with(
                                "channel_names: [grey]\n      - type: space\n        id: y\n        halo",
                                "channel_names: [a, b]\n      - type: space\n        id: y\n        halo");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> denoised(two, 0));
        assertEquals("The model Tiny makes 2 channels of 1.", refusal.getMessage());
    }

    @Test
    void aNetworkThatMakesAnotherSizeThanItsDescriptionSaysIsStopped() throws IOException {
        TinyPackage lying = TinyPackage.current().withFile("tiny.onnx", TinyPackage.cropping());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> denoised(lying, 0));
        assertTrue(refusal.getMessage().contains("values of a window"), refusal.getMessage());
    }

    private float[] denoised(TinyPackage tiny, int tile) throws IOException {
        ForeignModel model =
                ForeignPackage.read(tiny.zip(folder.resolve("tiny.zip")), Trust.NONE).model();
        var settings = new DenoisingSettings(DeviceChoice.CPU, tile, true, Estimate.PLAIN);
        ImagePlus noisy = new ImagePlus("noisy", new FloatProcessor(45, 37, grey.clone()));
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            ImagePlus made = denoiser.denoise(noisy, DenoisingListener.NONE);
            return (float[]) made.getProcessor().getPixels();
        }
    }
}
