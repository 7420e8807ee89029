package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Along which axes a stack is denoised, and what is told of it. */
class AxesTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void framesTakenForSlicesAreDenoisedAsVolumes() throws IOException {
        ImagePlus slices = denoise(volumes(), noisy(1, 5, 1), AxisChoice.AUTO);
        ImagePlus frames = denoise(volumes(), noisy(1, 1, 5), AxisChoice.Z);
        assertEquals(5, frames.getNFrames());
        assertEquals("z", frames.getProp("noise2clean.axes"));
        for (int plane = 1; plane <= 5; plane++)
            assertArrayEquals(pixels(slices, plane), pixels(frames, plane));
    }

    @Test
    void slicesTakenForFramesAreNotConvolvedOver() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> denoise(volumes(), noisy(1, 5, 1), AxisChoice.T));
        assertTrue(refusal.getMessage().contains("denoises volumes"), refusal.getMessage());
    }

    @Test
    void mapsOfRelabelledStacksGoWhereTheyBelong() throws IOException {
        var spread = new Estimate.Spread();
        ImagePlus slices = denoise(volumes(), noisy(2, 4, 1), settings(AxisChoice.AUTO, spread));
        ImagePlus frames = denoise(volumes(), noisy(2, 1, 4), settings(AxisChoice.Z, spread));
        assertArrayEquals(new int[] {9, 7, 4, 1, 4}, frames.getDimensions());
        for (int plane = 1; plane <= 16; plane++)
            assertArrayEquals(pixels(slices, plane), pixels(frames, plane));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|1,5,1|auto|volumes of 5 slices (z)",
                "3|2,5,3|auto|volumes of 5 slices (z), 3 frames (t), 2 channels each by itself",
                "3|1,1,5|z|volumes of 5 slices (z)",
                "2|1,5,1|auto|single planes, 5 slices (z)",
                "2|1,5,1|t|single planes, 5 frames (t)",
                "2|2,5,3|auto|single planes, 5 slices (z), 3 frames (t), 2 channels each by itself"
            })
    void howAStackIsCutIsTold(int dimensions, String size, String axes, String expected)
            throws IOException {
        int[] n = List.of(size.split(",")).stream().mapToInt(Integer::parseInt).toArray();
        denoise(small(dimensions, 1), noisy(n[0], n[1], n[2]), AxisChoice.parse(axes));
        assertEquals(List.of("noisy: " + expected), told);
    }

    @Test
    void channelsThatAreSeenTogetherAreTold() throws IOException {
        denoise(small(2, 2), noisy(2, 1, 1), AxisChoice.AUTO);
        assertEquals(List.of("noisy: single planes, 2 channels together"), told);
    }

    @Test
    void ofAPlaneNothingNeedBeTold() throws IOException {
        denoise(small(2, 1), noisy(1, 1, 1), AxisChoice.AUTO);
        denoise(small(2, 1), IJ.createImage("rgb", 9, 7, 1, 24), AxisChoice.AUTO);
        assertEquals(List.of(), told);
    }

    private ImagePlus denoise(TrainedModel model, ImagePlus noisy, AxisChoice axes)
            throws IOException {
        return denoise(model, noisy, settings(axes, Estimate.PLAIN));
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

    private static DenoisingSettings settings(AxisChoice axes, Estimate estimate) {
        return new DenoisingSettings(DeviceChoice.CPU, 0, true, estimate, axes);
    }

    private static TrainedModel volumes() {
        return small(3, 1);
    }

    private static TrainedModel small(int dimensions, int channels) {
        var images = new InputImages(dimensions, channels, 1);
        var net = new ResBlockAutoencoder(images, 2, List.of(1), true, Head.RESIDUAL);
        return TestModels.random(net.graph(), new Normalization.MeanStd());
    }

    private static ImagePlus noisy(int channels, int slices, int frames) {
        ImagePlus noisy = IJ.createHyperStack("noisy", 9, 7, channels, slices, frames, 32);
        Random random = new Random(4);
        for (int plane = 1; plane <= noisy.getStackSize(); plane++)
            for (int i = 0; i < 63; i++) pixels(noisy, plane)[i] = random.nextFloat();
        return noisy;
    }

    private static float[] pixels(ImagePlus image, int plane) {
        return (float[]) image.getStack().getPixels(plane);
    }
}
