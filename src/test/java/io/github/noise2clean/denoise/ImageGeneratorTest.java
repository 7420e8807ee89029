package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.Shape;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ImageGeneratorTest {

    private static final Normalization GREY = new Normalization.Fixed(0, 255);
    private static final ImageSize SIZE = new ImageSize(12, 8);

    /** In this model every pixel is its own code. */
    @Test
    void codesAreStandardNormal() throws IOException {
        float[] pixels =
                pixels(generate(TestModels.variational(), new ImageSize(200, 100), 1, 5), 1);
        double sum = 0;
        double squares = 0;
        for (float value : pixels) {
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / pixels.length, 0.03);
        assertEquals(1, squares / pixels.length, 0.05);
    }

    @Test
    void anImageDependsOnSeedAndNumberOnly() throws IOException {
        ImagePlus two = generate(vae(GREY), SIZE, 2, 7);
        ImagePlus three = generate(vae(GREY), SIZE, 3, 7);
        assertArrayEquals(pixels(two, 1), pixels(three, 1));
        assertArrayEquals(pixels(two, 2), pixels(three, 2));
        assertFalse(Arrays.equals(pixels(three, 2), pixels(three, 3)));
        assertFalse(Arrays.equals(pixels(two, 1), pixels(generate(vae(GREY), SIZE, 1, 8), 1)));
    }

    @Test
    void aFixedNormalisationGivesGreyValues() throws IOException {
        ImagePlus unit = generate(vae(new Normalization.Fixed(0, 1)), SIZE, 2, 7);
        ImagePlus grey = generate(vae(new Normalization.Fixed(100, 300)), SIZE, 2, 7);
        float[] expected = pixels(unit, 2);
        for (int i = 0; i < expected.length; i++) expected[i] = 100 + 200 * expected[i];
        assertArrayEquals(expected, pixels(grey, 2), 1e-3f);
        assertEquals(100, grey.getDisplayRangeMin());
        assertEquals(300, grey.getDisplayRangeMax());
        assertEquals(
                "Samples of the prior of test, seed 7: grey values (fixed:100,300).\n",
                grey.getInfoProperty());
    }

    @Test
    void aFittedNormalisationLeavesTheNetworksValues() throws IOException {
        ImagePlus unit = generate(vae(new Normalization.Fixed(0, 1)), SIZE, 1, 7);
        ImagePlus fitted = generate(vae(new Normalization.MeanStd()), SIZE, 1, 7);
        assertArrayEquals(pixels(unit, 1), pixels(fitted, 1));
        assertTrue(fitted.getInfoProperty().contains("normalised values"));
    }

    @Test
    void theStackHasALabelledSliceForEachImage() throws IOException {
        ImagePlus images = generate(vae(GREY), SIZE, 3, 7);
        assertEquals("test-generated", images.getTitle());
        assertArrayEquals(new int[] {12, 8, 1, 3, 1}, images.getDimensions());
        assertEquals(32, images.getBitDepth());
        assertEquals("sample 1", images.getStack().getSliceLabel(1));
        assertEquals("sample 3", images.getStack().getSliceLabel(3));
    }

    @Test
    void aVectorCodeOfAFixedSizeGenerates() throws IOException {
        ImagePlus images = generate(vector(1), new ImageSize(4, 2), 2, 7);
        assertArrayEquals(new int[] {4, 2, 1, 2, 1}, images.getDimensions());
    }

    @Test
    void coloursBecomeChannels() throws IOException {
        ImagePlus images = generate(vector(3), new ImageSize(4, 2), 2, 7);
        assertArrayEquals(new int[] {4, 2, 3, 2, 1}, images.getDimensions());
    }

    @Test
    void sizesThatTheNetworkDoesNotMakeAreRefused() {
        assertRefused(
                "The model test makes images of multiples of 4 x 4 pixels, not 12 x 10.",
                vae(GREY),
                new ImageSize(12, 10));
        assertRefused(
                "The model test makes images of 4 x 2 pixels only, not 8 x 4.",
                vector(1),
                new ImageSize(8, 4));
    }

    @Test
    void networksThatDoNotGenerateAreRefused() {
        assertRefused(
                "The model test has no latent code to sample: only a variational network has one.",
                TestModels.times(2, 1, GREY),
                SIZE);
        assertRefused(
                "The model test carries the image past its code, so it cannot generate one; it can"
                        + " draw samples for a given image.",
                TestModels.random(graph(2, Head.RESIDUAL), GREY),
                SIZE);
        assertRefused(
                "The model test works on volumes, and samples are made of planes only.",
                TestModels.random(graph(3, Head.LINEAR), GREY),
                SIZE);
    }

    @Test
    void countsOutOfBoundsAreRefused() {
        for (int count : new int[] {0, -1, 10_001})
            assertEquals(
                    "The number of samples must be from 1 to 10000, not " + count + ".",
                    assertThrows(IllegalArgumentException.class, () -> settings(count, 1))
                            .getMessage());
    }

    @Test
    void moreThanTheMemoryHoldsIsRefusedBeforeItIsTried() {
        ImageSize large = new ImageSize(1 << 20, 1 << 10);
        String reason =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> generate(vae(GREY), large, 10_000, 1))
                        .getMessage();
        assertTrue(reason.startsWith("The result of 1048576 x 1024 pixels needs 40960000 MB of"));
    }

    @Test
    void progressIsToldImageByImage() throws IOException {
        List<Long> told = new ArrayList<>();
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public void tileDone(long done, long total) {
                        told.add(done);
                        assertEquals(3 * 96, total);
                    }
                };
        ImageGenerator.generate(vae(GREY), SIZE, settings(3, 1), listener);
        assertEquals(List.of(96L, 192L, 288L), told);
    }

    @Test
    void theListenerStopsIt() {
        DenoisingListener listener =
                new DenoisingListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> ImageGenerator.generate(vae(GREY), SIZE, settings(3, 1), listener));
    }

    private static void assertRefused(String reason, TrainedModel model, ImageSize size) {
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> generate(model, size, 1, 1))
                        .getMessage());
    }

    private static ImagePlus generate(TrainedModel model, ImageSize size, int count, long seed)
            throws IOException {
        return ImageGenerator.generate(model, size, settings(count, seed), DenoisingListener.NONE);
    }

    private static SamplingSettings settings(int count, long seed) {
        return new SamplingSettings(DeviceChoice.CPU, count, seed);
    }

    private static float[] pixels(ImagePlus images, int slice) {
        return (float[]) images.getStack().getPixels(slice);
    }

    private static TrainedModel vae(Normalization normalization) {
        return TestModels.random(graph(2, Head.LINEAR), normalization);
    }

    private static Graph graph(int dimensions, Head head) {
        var around = new ResBlockAutoencoder(dimensions, 2, 2, 1, false, head);
        return new ResBlockVariational(around, 3).graph();
    }

    /** Images of 4 x 2 pixels, and codes of five values. */
    private static TrainedModel vector(int channels) {
        GraphBuilder net = new GraphBuilder(2);
        Value image = net.input(channels, List.of(2, 4));
        Value x = net.reshape(image, new Shape(8 * channels, List.of()));
        Value mean = net.linear("mean", x, 5);
        Value logVariance = net.linear("variance", x, 5);
        x = net.linear("decoder", net.sample(mean, logVariance), 8 * channels);
        Value out = net.reshape(x, new Shape(channels, List.of(2, 4)));
        return TestModels.random(net.build(out, mean, logVariance), GREY);
    }
}
