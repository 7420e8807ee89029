package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that are shown neighbouring slices or frames of 18 x 14 pixels. */
class ContextDenoisingTest {

    private static final int WIDTH = 18;
    private static final int HEIGHT = 14;
    private static final int PLANE = WIDTH * HEIGHT;

    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "2,6", "2,1"})
    void everyPlaneIsTheNetworksOutputOfItsNeighbours(int channels, int tile) throws IOException {
        TrainedModel model = model(channels, 1, "z");
        ImagePlus noisy = noisy(channels, 3, 2);
        ImagePlus denoised = denoise(model, noisy, settings(tile, Estimate.PLAIN));
        int[][] shown = {{1, 0, 1}, {0, 1, 2}, {1, 2, 1}, {4, 3, 4}, {3, 4, 5}, {4, 5, 4}};
        for (int plane = 0; plane < 6; plane++)
            assertArrayEquals(
                    forward(model, noisy, shown[plane]), pixels(denoised, plane, channels), 1e-5f);
    }

    @Test
    void framesHaveNeighboursInTime() throws IOException {
        TrainedModel model = model(1, 1, "t");
        ImagePlus noisy = noisy(1, 2, 3);
        ImagePlus denoised = denoise(model, noisy, settings(0, Estimate.PLAIN));
        int[][] shown = {{2, 0, 2}, {3, 1, 3}, {0, 2, 4}, {1, 3, 5}, {2, 4, 2}, {3, 5, 3}};
        for (int plane = 0; plane < 6; plane++)
            assertArrayEquals(
                    forward(model, noisy, shown[plane]), pixels(denoised, plane, 1), 1e-5f);
    }

    @Test
    void turnsAreOfAllPlanesTogether() throws IOException {
        TrainedModel model = model(2, 1, "z");
        ImagePlus noisy = noisy(2, 3, 1);
        ImagePlus maps = denoise(model, noisy, settings(0, new Estimate.Spread()));
        assertArrayEquals(new int[] {WIDTH, HEIGHT, 4, 3, 1}, maps.getDimensions());
        ImagePlus tiled = denoise(model, noisy, settings(6, new Estimate.Spread()));
        for (int plane = 1; plane <= 12; plane++)
            assertArrayEquals(plane(maps, plane), plane(tiled, plane), 1e-5f);
    }

    @Test
    void whatIsShownIsTold() throws IOException {
        denoise(model(1, 2, "z"), noisy(2, 5, 1), settings(0, Estimate.PLAIN));
        assertEquals(
                List.of(
                        "noisy: each plane with 2 more on either side along z, 5 slices (z),"
                                + " 2 channels each by itself"),
                told);
    }

    @Test
    void imagesWithoutEnoughPlanesAreRefused() {
        String needs =
                "The model test is shown each plane with 2 more on either side along z: give it a"
                        + " stack of 5 or more, and this one has ";
        refused(needs + "4 along z.", noisy(1, 4, 1));
        refused(needs + "1 along z.", noisy(2, 1, 1));
        refused(needs + "1 along z; if its other axis is that, choose the axes z.", noisy(1, 1, 9));
    }

    @Test
    void framesMayBeTakenForTheSlicesThatAreWanted() throws IOException {
        var settings =
                new DenoisingSettings(DeviceChoice.CPU, 0, true, Estimate.PLAIN, AxisChoice.Z);
        ImagePlus frames = denoise(model(1, 1, "z"), noisy(1, 1, 4), settings);
        ImagePlus slices = denoise(model(1, 1, "z"), noisy(1, 4, 1), settings(0, Estimate.PLAIN));
        assertEquals(4, frames.getNFrames());
        for (int plane = 1; plane <= 4; plane++)
            assertArrayEquals(plane(slices, plane), plane(frames, plane));
    }

    @Test
    void aCardThatDoesNotFitTheNetworkIsRefused() {
        TrainedModel model = model(1, 1, "z");
        TrainedModel other =
                new TrainedModel(model(1, 2, "z").card(), model.graph(), model.weights());
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ImageDenoiser(other, settings(0, Estimate.PLAIN)));
        assertEquals("The model test makes 1 channels of 3.", refusal.getMessage());
    }

    private void refused(String sentence, ImagePlus noisy) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> denoise(model(1, 2, "z"), noisy, settings(0, Estimate.PLAIN)));
        assertEquals(sentence, refusal.getMessage());
        assertTrue(told.isEmpty());
    }

    private static TrainedModel model(int channels, int reach, String axis) {
        Optional<PlaneContext> context = Optional.of(PlaneContext.of(reach, axis));
        return TestModels.random(
                new InputImages(2, channels, 1, context), new Normalization.Fixed(0, 1));
    }

    private static float[] forward(TrainedModel model, ImagePlus noisy, int[] shown)
            throws IOException {
        int channels = noisy.getNChannels();
        float[] input = new float[shown.length * channels * PLANE];
        for (int p = 0; p < shown.length; p++)
            System.arraycopy(
                    pixels(noisy, shown[p], channels),
                    0,
                    input,
                    p * channels * PLANE,
                    channels * PLANE);
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            Shape shape = new Shape(1, shown.length * channels, HEIGHT, WIDTH);
            return module.forward(scope.create(input, shape)).toFloatArray();
        }
    }

    private ImagePlus denoise(TrainedModel model, ImagePlus noisy, DenoisingSettings settings)
            throws IOException {
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void begun(String how) {
                        told.add(how);
                    }
                };
        try (var denoiser = new ImageDenoiser(model, settings)) {
            return denoiser.denoise(noisy, listener);
        }
    }

    private static DenoisingSettings settings(int tile, Estimate estimate) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, true, estimate);
    }

    private static ImagePlus noisy(int channels, int slices, int frames) {
        ImagePlus noisy = IJ.createHyperStack("noisy", WIDTH, HEIGHT, channels, slices, frames, 32);
        Random random = new Random(4);
        for (int plane = 1; plane <= noisy.getStackSize(); plane++)
            for (int i = 0; i < PLANE; i++) plane(noisy, plane)[i] = random.nextFloat();
        return noisy;
    }

    /** All channels of a plane, one after the other. */
    private static float[] pixels(ImagePlus image, int plane, int channels) {
        float[] pixels = new float[channels * PLANE];
        for (int c = 0; c < channels; c++)
            System.arraycopy(plane(image, plane * channels + c + 1), 0, pixels, c * PLANE, PLANE);
        return pixels;
    }

    private static float[] plane(ImagePlus image, int number) {
        return (float[]) image.getStack().getPixels(number);
    }
}
