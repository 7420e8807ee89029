package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesOnDemandTest {

    private static final Normalization OF_ALL = new Normalization.Percentile(1, 99);
    private static final TrainedModel MODEL = TestModels.random(InputImages.planes(), OF_ALL);

    private final List<String> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"8-bit, false", "16-bit, false", "16-bit, true", "RGB, false", "RGB, true"})
    void everySliceIsThatOfTheStackDenoisedAsAWhole(String type, boolean asFloat)
            throws IOException {
        assertEqualToTheWhole(random(IJ.createImage("noisy", type, 30, 23, 4)), asFloat);
    }

    @Test
    void soItIsWithChannelsSlicesAndFrames() throws IOException {
        ImagePlus stack = random(IJ.createImage("noisy", "16-bit", 30, 23, 12));
        stack.setDimensions(2, 3, 2);
        stack.getCalibration().setUnit("micron");
        assertEqualToTheWhole(new CompositeImage(stack, CompositeImage.COMPOSITE), false);
    }

    @Test
    void theNoisyImageMayBeClosed() throws IOException {
        ImagePlus noisy = random(IJ.createImage("noisy", "16-bit", 30, 23, 4));
        ImagePlus whole = whole(noisy, false);
        try (SlicesOnDemand slices = slices(noisy)) {
            noisy.flush();
            assertSlices(whole, slices.image());
        }
    }

    @Test
    void ofAClosedOneOnlyWhatWasMadeIsLeft() throws IOException {
        ImagePlus noisy = random(IJ.createImage("noisy", "8-bit", 30, 23, 4));
        ImagePlus whole = whole(noisy, false);
        SlicesOnDemand slices = slices(noisy);
        slices.image().getStack().getProcessor(3);
        slices.close();
        ImagePlus image = slices.image();
        assertArrayEquals(
                (byte[]) whole.getStack().getPixels(3), (byte[]) image.getStack().getPixels(3));
        assertEquals(List.of(), notes);
        assertArrayEquals(new byte[30 * 23], (byte[]) image.getStack().getPixels(4));
        assertEquals(
                List.of("Slice 4 is shown black. Its image was closed before it was made."), notes);
    }

    @Test
    void theFirstSliceCanBeStopped() {
        DenoisingListener stopping =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        ImagePlus noisy = random(IJ.createImage("noisy", "8-bit", 30, 23, 4));
        assertThrows(
                CancellationException.class,
                () -> {
                    try (ImageDenoiser denoiser = denoiser(MODEL, Estimate.PLAIN, false)) {
                        new SlicesOnDemand(denoiser, noisy, stopping, notes::add);
                    }
                });
    }

    @Test
    void severalGuessesAreRefused() {
        assertTrue(refusal(MODEL, new Estimate.Spread()).endsWith("choose the uncertainty none."));
    }

    @Test
    void volumesAreRefused() {
        TrainedModel model = TestModels.times(3, 2, new Normalization.Fixed(0, 1));
        assertEquals(
                "The model test sees all slices at once, so that none can be computed by itself.",
                refusal(model, Estimate.PLAIN));
    }

    private String refusal(TrainedModel model, Estimate estimate) {
        ImagePlus noisy = random(IJ.createImage("noisy", "8-bit", 30, 23, 4));
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> {
                            try (ImageDenoiser denoiser = denoiser(model, estimate, false)) {
                                new SlicesOnDemand(
                                        denoiser, noisy, DenoisingListener.NONE, notes::add);
                            }
                        })
                .getMessage();
    }

    private void assertEqualToTheWhole(ImagePlus noisy, boolean asFloat) throws IOException {
        ImagePlus whole = whole(noisy, asFloat);
        ImageDenoiser denoiser = denoiser(MODEL, Estimate.PLAIN, asFloat);
        try (SlicesOnDemand slices =
                new SlicesOnDemand(denoiser, noisy, DenoisingListener.NONE, notes::add)) {
            ImagePlus image = slices.image();
            assertArrayEquals(whole.getDimensions(), image.getDimensions());
            assertEquals(whole.getType(), image.getType());
            assertEquals(whole.isComposite(), image.isComposite());
            assertEquals(whole.getCalibration().getUnit(), image.getCalibration().getUnit());
            assertArrayEquals(whole.getPropertiesAsArray(), image.getPropertiesAsArray());
            assertSlices(whole, image);
        }
        assertEquals(List.of(), notes);
    }

    private static void assertSlices(ImagePlus whole, ImagePlus image) {
        for (int n = 1; n <= whole.getStackSize(); n++) {
            ImageProcessor expected = whole.getStack().getProcessor(n);
            ImageProcessor found = image.getStack().getProcessor(n);
            for (int i = 0; i < expected.getPixelCount(); i++)
                assertEquals(expected.getf(i), found.getf(i), "pixel " + i + " of slice " + n);
        }
    }

    private ImagePlus whole(ImagePlus noisy, boolean asFloat) throws IOException {
        try (ImageDenoiser denoiser = denoiser(MODEL, Estimate.PLAIN, asFloat)) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    private SlicesOnDemand slices(ImagePlus noisy) throws IOException {
        ImageDenoiser denoiser = denoiser(MODEL, Estimate.PLAIN, false);
        return new SlicesOnDemand(denoiser, noisy, DenoisingListener.NONE, notes::add);
    }

    private static ImageDenoiser denoiser(TrainedModel model, Estimate estimate, boolean asFloat)
            throws IOException {
        return new ImageDenoiser(
                model, new DenoisingSettings(DeviceChoice.CPU, 0, asFloat, estimate));
    }

    /** Brighter in later planes, so that the intensities of one are not those of all. */
    private static ImagePlus random(ImagePlus image) {
        Random random = new Random(5);
        for (int n = 1; n <= image.getStackSize(); n++) {
            ImageProcessor plane = image.getStack().getProcessor(n);
            for (int i = 0; i < plane.getPixelCount(); i++) {
                int grey = 60 + 9 * n + random.nextInt(60);
                plane.set(i, image.getBitDepth() == 24 ? grey << 16 | grey / 2 << 8 : grey);
            }
        }
        return image;
    }
}
