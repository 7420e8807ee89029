package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Window;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of three channels denoise them together. */
class ColourDenoisingTest {

    private static final Normalization UNIT = new Normalization.Fixed(0, 1);
    private static final int WIDTH = 26;
    private static final int HEIGHT = 18;
    private static final int PLANE = WIDTH * HEIGHT;

    /** Planes of a stack: x, y, channel, z. */
    private final float[] noisy = noise(PLANE * 3 * 2);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16})
    void everyPlaneOfAColourStackIsTheNetworksOutputOfItsChannels(int tile) throws IOException {
        TrainedModel model = mixing(2);
        float[] expected = forward(model, noisy, new Shape(2, 3, HEIGHT, WIDTH));
        AxisImage stack = image(noisy, Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z);
        assertArrayEquals(expected, denoise(model, tile, stack), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aVolumeHasItsChannelsBeforeItsSlices(int tile) throws IOException {
        TrainedModel model = mixing(3);
        float[] output =
                forward(model, planesSwapped(noisy, 3, 2), new Shape(1, 3, 2, HEIGHT, WIDTH));
        AxisImage stack = image(noisy, Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z);
        assertArrayEquals(planesSwapped(output, 2, 3), denoise(model, tile, stack), 1e-5f);
    }

    @Test
    void eachChannelHasANormalisationOfItsOwn() throws IOException {
        ImagePlus noisy = IJ.createHyperStack("stack", 7, 5, 3, 1, 2, 32);
        for (int plane = 1; plane <= 6; plane++)
            noisy.getStack().getProcessor(plane).add(plane * plane);
        ImagePlus denoised = denoise(zero(new Normalization.MeanStd()), noisy);
        double[] means = {(1 + 16) / 2.0, (4 + 25) / 2.0, (9 + 36) / 2.0};
        for (int plane = 0; plane < 6; plane++)
            assertEquals(means[plane % 3], denoised.getStack().getVoxel(6, 4, plane), 1e-5);
    }

    @Test
    void anRgbImageHasThreeChannelsInItsOrder() throws IOException {
        ImagePlus noisy = IJ.createImage("colour", 8, 4, 2, 24);
        noisy.getStack().getProcessor(2).set(3, 2, 0x10a030);
        ImagePlus turned = denoise(turning(), noisy);
        assertEquals(0xa03010, turned.getStack().getProcessor(2).get(3, 2) & 0xffffff);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4", "6"})
    void anImageOfAnotherNumberOfChannelsIsRefused(int channels) {
        ImagePlus noisy = IJ.createHyperStack("stack", 7, 5, channels, 1, 3, 8);
        var refusal = assertThrows(IllegalArgumentException.class, () -> denoise(turning(), noisy));
        assertEquals(
                "The model test takes images of 3 channels, such as RGB, and this one has "
                        + channels
                        + ".",
                refusal.getMessage());
    }

    @Test
    void aNetworkThatMakesOtherChannelsIsRefused() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("c", net.input(3), 1, Window.same(2, 1));
        TrainedModel model = TestModels.random(net.build(x), UNIT);
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ImageDenoiser(model, settings(0)));
        assertEquals("The model test makes 1 channels of 3.", refusal.getMessage());
    }

    @Test
    void progressCountsThePixelsOfAllChannels() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        assertEquals(noisy.length, total);
                        told.add(done);
                    }
                };
        AxisImage stack = image(noisy, Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z);
        try (var denoiser = new ImageDenoiser(mixing(2), settings(0))) {
            denoiser.denoise(stack, List.of(image(noisy.clone(), stack.axes())), listener);
        }
        assertEquals(List.of(3L * PLANE, 6L * PLANE), told);
    }

    /** Every output channel depends on every input channel and on neighbouring pixels. */
    private static TrainedModel mixing(int dimensions) {
        GraphBuilder net = new GraphBuilder(dimensions);
        Value x = net.relu(net.conv("a", net.input(3), 5, Window.same(dimensions, 3)));
        x = net.conv("b", x, 3, Window.same(dimensions, 3));
        return TestModels.random(net.build(x), UNIT);
    }

    /** Red becomes what green was, green blue, and blue red. */
    private static TrainedModel turning() {
        return pointwise(new float[] {0, 1, 0, 0, 0, 1, 1, 0, 0}, UNIT);
    }

    private static TrainedModel zero(Normalization normalization) {
        return pointwise(new float[9], normalization);
    }

    private static TrainedModel pointwise(float[] matrix, Normalization normalization) {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("c", net.input(3), 3, Window.same(2, 1));
        TrainedModel model = TestModels.random(net.build(x), normalization);
        System.arraycopy(matrix, 0, model.weights().get("c_weight"), 0, 9);
        System.arraycopy(new float[3], 0, model.weights().get("c_bias"), 0, 3);
        return model;
    }

    private static float[] forward(TrainedModel model, float[] x, Shape shape) throws IOException {
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            return module.forward(scope.create(x, shape)).toFloatArray();
        }
    }

    private static float[] denoise(TrainedModel model, int tile, AxisImage noisy)
            throws IOException {
        float[] denoised = new float[(int) noisy.pixels().size()];
        try (var denoiser = new ImageDenoiser(model, settings(tile))) {
            denoiser.denoise(noisy, List.of(image(denoised, noisy.axes())), DenoisingListener.NONE);
        }
        return denoised;
    }

    private static ImagePlus denoise(TrainedModel model, ImagePlus noisy) throws IOException {
        try (var denoiser = new ImageDenoiser(model, settings(0))) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    private static DenoisingSettings settings(int tile) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, false, Estimate.PLAIN);
    }

    private static AxisImage image(float[] pixels, Axis... axes) {
        return image(pixels, List.of(axes));
    }

    private static AxisImage image(float[] pixels, List<Axis> axes) {
        return new AxisImage(ArrayImgs.floats(pixels, WIDTH, HEIGHT, 3, 2), axes);
    }

    /** Planes in an order of {@code fast} by {@code slow}, in the other order. */
    private static float[] planesSwapped(float[] planes, int fast, int slow) {
        float[] swapped = new float[planes.length];
        for (int i = 0; i < fast * slow; i++) {
            int target = i % fast * slow + i / fast;
            System.arraycopy(planes, i * PLANE, swapped, target * PLANE, PLANE);
        }
        return swapped;
    }

    private static float[] noise(int pixels) {
        Random random = new Random(3);
        float[] noise = new float[pixels];
        for (int i = 0; i < pixels; i++) noise[i] = random.nextFloat();
        return noise;
    }
}
