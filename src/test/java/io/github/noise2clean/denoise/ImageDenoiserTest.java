package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.BlindSpotAutoencoder;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Layer;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Window;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDenoiserTest {

    private static final Normalization GREY = new Normalization.Fixed(0, 255);
    private static final Normalization UNIT = new Normalization.Fixed(0, 1);

    @ParameterizedTest
    @CsvSource({
        "0,true,RESIDUAL",
        "1,false,RESIDUAL",
        "1,true,LINEAR",
        "1,true,RESIDUAL",
        "2,false,LINEAR",
        "2,true,RESIDUAL"
    })
    void tiledEqualsWholeInTwoDimensions(int levels, boolean skips, Head head) throws IOException {
        var net = new ResBlockAutoencoder(2, 4, levels, 1, skips, head);
        TrainedModel model = TestModels.random(net.graph(), UNIT);
        assertTiledEqualsWhole(model, List.of(17, 32, 999), 61, 97);
        assertTiledEqualsWhole(model, List.of(32), 130, 67);
        assertTiledEqualsWhole(model, List.of(8), 28, 28);
        assertTiledEqualsWhole(model, List.of(1), 13, 9);
        assertTiledEqualsWhole(model, List.of(1), 5, 3);
        assertTiledEqualsWhole(model, List.of(1), 1, 7);
        assertTiledEqualsWhole(model, List.of(1), 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"0,true,RESIDUAL", "1,false,RESIDUAL", "1,true,LINEAR", "1,true,RESIDUAL"})
    void tiledEqualsWholeInThreeDimensions(int levels, boolean skips, Head head)
            throws IOException {
        var net = new ResBlockAutoencoder(3, 2, levels, 1, skips, head);
        TrainedModel model = TestModels.random(net.graph(), UNIT);
        assertTiledEqualsWhole(model, List.of(8, 17), 5, 33, 18);
        assertTiledEqualsWhole(model, List.of(8), 45, 7, 34);
        assertTiledEqualsWhole(model, List.of(1), 7, 9, 11);
        assertTiledEqualsWhole(model, List.of(1), 1, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"2,false", "2,true", "3,false"})
    void tiledEqualsWholeForVariationalNetworks(int dimensions, boolean skips) throws IOException {
        var around = new ResBlockAutoencoder(dimensions, 2, 1, 1, skips, Head.LINEAR);
        TrainedModel model = TestModels.random(new ResBlockVariational(around, 3).graph(), UNIT);
        if (dimensions == 2) assertTiledEqualsWhole(model, List.of(1, 17, 32), 45, 29);
        else assertTiledEqualsWhole(model, List.of(8), 9, 33, 18);
    }

    @Test
    void tiledEqualsWholeWhereSlicesAreFartherApartThanPixels() throws IOException {
        InputImages images = new InputImages(3, 1, 3);
        var net = new ResBlockAutoencoder(images, 2, List.of(1, 1, 1), true, Head.RESIDUAL);
        TrainedModel model = TestModels.random(net.graph(), UNIT);
        assertTiledEqualsWhole(model, List.of(4, 8), 61, 30, 7);
        TrainedModel blind =
                TestModels.random(new BlindSpotAutoencoder(images, 2, 2, 1).graph(), UNIT);
        assertTiledEqualsWhole(blind, List.of(4, 8), 61, 30, 7);
    }

    @Test
    void tiledEqualsWholeBehindOutputPadding() throws IOException {
        Window window = Window.of(2, 3, 2, 1);
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.relu(net.conv("down", net.input(1), 4, window));
        x = net.transposedConv("up", x, new Layer.TransposedConv(1, window, List.of(1, 1), true));
        assertTiledEqualsWhole(TestModels.random(net.build(x), UNIT), List.of(1, 8, 17), 45, 30);
    }

    @Test
    void theWholeIsTheNetworksOutput() throws IOException {
        var net = new ResBlockAutoencoder(2, 4, 2, 1, true, Head.RESIDUAL);
        TrainedModel model = TestModels.random(net.graph(), UNIT);
        float[] noisy = noise(24 * 16);
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray expected = module.forward(scope.create(noisy, new Shape(1, 1, 16, 24)));
            assertClose(expected.toFloatArray(), denoise(model, 0, noisy, 24, 16));
        }
    }

    @ParameterizedTest
    @CsvSource({"8,2", "16,2", "32,2", "16,3"})
    void everyPlaneIsDenoisedInTheInputsType(int bitDepth, int dimensions) throws IOException {
        ImagePlus noisy = IJ.createHyperStack("stack", 7, 5, 2, 3, 2, bitDepth);
        fillWithPlaneNumbers(noisy);
        ImagePlus denoised = denoise(TestModels.times(dimensions, 2, GREY), noisy, false);
        assertEquals(bitDepth, denoised.getBitDepth());
        for (int plane = 0; plane < 12; plane++)
            assertEquals(2 * (plane + 1), denoised.getStack().getVoxel(6, 4, plane), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"8,255", "16,65535", "24,255"})
    void valuesAreClampedAndRounded(int bitDepth, int highest) throws IOException {
        ImagePlus noisy = IJ.createImage("bright", 7, 5, 1, bitDepth);
        noisy.getProcessor().set(3, 2, bitDepth == 24 ? 0xff8007 : highest);
        ImagePlus tripled = denoise(TestModels.times(2, 3, GREY), noisy, false);
        assertEquals(
                bitDepth == 24 ? 0xffff15 : highest, tripled.getProcessor().get(3, 2) & 0xffffff);
        ImagePlus negative = denoise(TestModels.times(2, -1, GREY), noisy, false);
        assertEquals(0, negative.getProcessor().get(3, 2) & 0xffffff);
        ImagePlus third = denoise(TestModels.times(2, 0.335f, GREY), noisy, false);
        assertEquals(
                bitDepth == 24 ? 0x552b02 : Math.round(highest * 0.335f),
                third.getProcessor().get(3, 2) & 0xffffff);
    }

    @Test
    void floatOutputIsNeitherClampedNorRounded() throws IOException {
        ImagePlus noisy = IJ.createImage("bright", 7, 5, 1, 8);
        noisy.getProcessor().set(3, 2, 201);
        ImagePlus denoised = denoise(TestModels.times(2, -1.5f, GREY), noisy, true);
        assertEquals(32, denoised.getBitDepth());
        assertEquals(-301.5, denoised.getProcessor().getf(3, 2), 1e-3);
    }

    @Test
    void floatOutputOfAColourImageHasThreeChannels() throws IOException {
        ImagePlus noisy = IJ.createImage("colour", 7, 5, 2, 24);
        noisy.getStack().getProcessor(2).set(3, 2, 0x102030);
        ImagePlus denoised = denoise(TestModels.times(2, 0.5f, GREY), noisy, true);
        assertArrayEquals(new int[] {7, 5, 3, 2, 1}, denoised.getDimensions());
        for (int channel = 1; channel <= 3; channel++) {
            int slice = denoised.getStackIndex(channel, 2, 1);
            assertEquals(8 * channel, denoised.getStack().getVoxel(3, 2, slice - 1), 1e-4);
        }
    }

    @Test
    void theNormalisationIsFittedOncePerChannel() throws IOException {
        ImagePlus noisy = IJ.createHyperStack("stack", 7, 5, 2, 1, 2, 32);
        fillWithPlaneNumbers(noisy);
        TrainedModel flattening = TestModels.times(2, 0, new Normalization.MeanStd());
        ImagePlus denoised = denoise(flattening, noisy, false);
        for (int plane = 0; plane < 4; plane++)
            assertEquals(plane % 2 + 2, denoised.getStack().getVoxel(6, 4, plane), 1e-5);
    }

    @Test
    void stabilizedValuesAreRestoredAsMeans() throws IOException {
        Normalization anscombe = Normalization.parse("anscombe:2,100,5");
        ImagePlus noisy = IJ.createImage("noisy", "32-bit ramp", 40, 30, 1);
        noisy.getProcessor().multiply(1000);
        noisy.getProcessor().add(100);
        ImagePlus denoised = denoise(TestModels.times(2, 1, anscombe), noisy, false);
        float grey = noisy.getProcessor().getf(20, 10);
        IntensityMap map = anscombe.common().orElseThrow();
        float expected = map.restore(map.normalize(grey));
        assertEquals(expected, denoised.getProcessor().getf(20, 10), 1e-3);
        assertEquals(grey + 0.5, expected, 0.03); // a quarter of a photo-electron
    }

    @Test
    void allThatBelongsToTheImageIsKept() throws IOException {
        ImagePlus noisy = annotated();
        ImagePlus denoised = denoise(TestModels.times(2, 1, GREY), noisy, false);
        assertEquals("annotated", denoised.getTitle());
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions());
        assertTrue(denoised.getCalibration().equals(noisy.getCalibration()));
        assertEquals("dapi", denoised.getStack().getSliceLabel(2));
        assertEquals("63x", denoised.getProp("objective"));
        assertEquals(new Roi(1, 1, 2, 1), denoised.getOverlay().get(0));
        LUT lut = ((CompositeImage) denoised).getChannelLut(2);
        assertEquals(Color.YELLOW.getRGB(), lut.getRGB(255));
        assertArrayEquals(new double[] {7, 42}, new double[] {lut.min, lut.max});
    }

    @Test
    void theInputIsLeftAsItWas() throws IOException {
        ImagePlus noisy = annotated();
        denoise(TestModels.times(2, 0, GREY), noisy, false);
        assertEquals(3, noisy.getStack().getVoxel(6, 4, 2));
    }

    @Test
    void progressIsToldInPixelsOfAllPlanes() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        assertEquals(7 * 5 * 4, total);
                        told.add(done);
                    }
                };
        try (var denoiser = new ImageDenoiser(TestModels.times(2, 1, GREY), settings(0))) {
            denoiser.denoise(annotated(), listener);
        }
        assertEquals(List.of(35L, 70L, 105L, 140L), told);
    }

    @Test
    void aNetworkForVolumesRefusesAPlane() throws IOException {
        ImagePlus plane = IJ.createImage("plane", 7, 5, 1, 8);
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> denoise(TestModels.times(3, 1, GREY), plane, false));
        assertEquals(
                "The model test denoises volumes: give it an image of several slices (z).",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 999})
    void aNetworkForOneSizeDenoisesTheWholeAtOnce(int tile) throws IOException {
        float[] noisy = noise(24);
        assertClose(noisy, denoise(TestModels.ofOneSize(), tile, noisy, 6, 4));
    }

    @ParameterizedTest
    @CsvSource({"512,512", "4,6", "5,4", "12,8"})
    void aNetworkForOneSizeRefusesOthers(int width, int height) {
        ImagePlus noisy = IJ.createImage("noisy", width, height, 1, 8);
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> denoise(TestModels.ofOneSize(), noisy, false));
        assertEquals(
                "The model test works on images of 6 x 4 pixels only, and this one has "
                        + (width + " x " + height)
                        + ": use a fully convolutional network, such as resblock-ae, for other"
                        + " sizes.",
                refusal.getMessage());
    }

    @Test
    void samplingIsRefusedWithoutALatentCode() {
        var sampled = new DenoisingSettings(DeviceChoice.CPU, 0, false, new Estimate.Sample(1));
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ImageDenoiser(TestModels.times(2, 1, GREY), sampled));
        assertTrue(refusal.getMessage().startsWith("The model test has no latent code"));
    }

    @Test
    void imagesOfTwoSizesAreRefused() throws IOException {
        try (var denoiser = new ImageDenoiser(TestModels.times(2, 1, GREY), settings(0))) {
            AxisImage noisy = image(new float[12], 4, 3);
            AxisImage turned = image(new float[12], 3, 4);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> denoiser.denoise(noisy, List.of(turned), DenoisingListener.NONE));
        }
    }

    @Test
    void aNegativeTileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> settings(-1));
    }

    private static void assertTiledEqualsWhole(
            TrainedModel model, List<Integer> tiles, long... size) throws IOException {
        long pixels = 1;
        for (long n : size) pixels *= n;
        float[] noisy = noise((int) pixels);
        float[] whole = denoise(model, 0, noisy, size);
        for (int tile : tiles) assertClose(whole, denoise(model, tile, noisy, size));
    }

    private static void assertClose(float[] expected, float[] actual) {
        float largest = 1;
        for (float value : expected) largest = Math.max(largest, Math.abs(value));
        assertArrayEquals(expected, actual, 1e-5f * largest);
    }

    private static float[] noise(int pixels) {
        Random random = new Random(3);
        float[] noise = new float[pixels];
        for (int i = 0; i < pixels; i++) noise[i] = random.nextFloat();
        return noise;
    }

    private static float[] denoise(TrainedModel model, int tile, float[] noisy, long... size)
            throws IOException {
        float[] denoised = new float[noisy.length];
        try (var denoiser = new ImageDenoiser(model, settings(tile))) {
            denoiser.denoise(
                    image(noisy, size), List.of(image(denoised, size)), DenoisingListener.NONE);
        }
        return denoised;
    }

    private static ImagePlus denoise(TrainedModel model, ImagePlus noisy, boolean asFloat)
            throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 0, asFloat, Estimate.PLAIN);
        try (var denoiser = new ImageDenoiser(model, settings)) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    private static AxisImage image(float[] pixels, long... size) {
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.Z).subList(0, size.length);
        return new AxisImage(ArrayImgs.floats(pixels, size), axes);
    }

    private static DenoisingSettings settings(int tile) {
        return new DenoisingSettings(DeviceChoice.CPU, tile, false, Estimate.PLAIN);
    }

    private static void fillWithPlaneNumbers(ImagePlus image) {
        for (int plane = 1; plane <= image.getStackSize(); plane++)
            image.getStack().getProcessor(plane).add(plane);
    }

    private static ImagePlus annotated() {
        ImagePlus stack = IJ.createHyperStack("annotated", 7, 5, 2, 2, 1, 16);
        fillWithPlaneNumbers(stack);
        stack.getStack().setSliceLabel("dapi", 2);
        CompositeImage image = new CompositeImage(stack, CompositeImage.COMPOSITE);
        image.setLuts(new LUT[] {lut(Color.CYAN, 3, 99), lut(Color.YELLOW, 7, 42)});
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().setUnit("micron");
        image.setOverlay(new Overlay(new Roi(1, 1, 2, 1)));
        image.setProp("objective", "63x");
        return image;
    }

    private static LUT lut(Color color, double min, double max) {
        LUT lut = LUT.createLutFromColor(color);
        lut.min = min;
        lut.max = max;
        return lut;
    }
}
