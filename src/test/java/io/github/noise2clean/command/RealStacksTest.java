package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.BlindSpotAutoencoder;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

/** Real stacks through Denoise Image, by small networks of random weights. */
class RealStacksTest {

    private static final Path STACKS = Path.of("..", "shared", "data", "stacks");
    private static final String GOLGI = "xyz_calibrated_16bit__golgi_bfa.tif";

    @TempDir private static Path folder;
    private static Commands commands;

    @BeforeAll
    static void open() {
        commands = new Commands();
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void allThatBelongsToAStackIsKeptByAModelOfPlanes() throws IOException {
        requireStacks();
        Path model = model(2, 1);
        for (Path file : ImageFiles.list(STACKS)) {
            ImagePlus noisy = annotated(file);
            assertKept(noisy, denoised(model, noisy, false, 0));
        }
    }

    @Test
    void allThatBelongsToAStackIsKeptByAModelOfVolumes() throws IOException {
        requireStacks();
        Path model = model(3, 2);
        int volumes = 0;
        for (Path file : ImageFiles.list(STACKS)) {
            ImagePlus noisy = annotated(file);
            if (noisy.getNSlices() == 1) continue;
            volumes++;
            assertKept(noisy, denoised(model, noisy, false, 0));
        }
        assertTrue(volumes > 3, volumes + " volumes");
    }

    @Test
    void aRealVolumeInTilesIsTheWhole() throws IOException {
        requireStacks();
        ImagePlus volume = corner(ImageFiles.open(STACKS.resolve(GOLGI)));
        Path model = model(3, 2);
        ImagePlus whole = denoised(model, volume, true, 0);
        for (int tile : new int[] {12, 25}) {
            ImagePlus tiled = denoised(model, volume, true, tile);
            for (int plane = 1; plane <= volume.getStackSize(); plane++)
                assertArrayEquals(
                        pixels(whole, plane), pixels(tiled, plane), 1e-5f * largest(whole));
        }
    }

    private static void requireStacks() {
        assumeTrue(Files.isDirectory(STACKS), "needs the folder ../shared/data/stacks");
    }

    /** What the files lack is added: a label of the first plane, and an overlay on the last. */
    private static ImagePlus annotated(Path file) throws IOException {
        ImagePlus image = ImageFiles.open(file);
        image.getStack().setSliceLabel("first of " + image.getTitle(), 1);
        Roi roi = new Roi(3, 4, 20, 10);
        roi.setPosition(image.getNChannels(), image.getNSlices(), image.getNFrames());
        image.setOverlay(new Overlay(roi));
        return image;
    }

    private static ImagePlus corner(ImagePlus image) {
        image.setRoi(20, 20, 52, 44);
        return new Duplicator().run(image);
    }

    private static void assertKept(ImagePlus noisy, ImagePlus denoised) {
        String name = noisy.getTitle();
        assertEquals(noisy.getType(), denoised.getType(), name);
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions(), name);
        assertEquals(noisy.isHyperStack(), denoised.isHyperStack(), name);
        assertTrue(noisy.getCalibration().equals(denoised.getCalibration()), name);
        assertEquals(noisy.getCalibration().toString(), denoised.getCalibration().toString(), name);
        assertEquals(noisy.getProperty("Info"), denoised.getProperty("Info"), name);
        assertEquals(noisy.getDisplayMode(), denoised.getDisplayMode(), name);
        for (int channel = 1; channel <= noisy.getNChannels(); channel++)
            assertSameLut(lut(noisy, channel), lut(denoised, channel), name);
        assertSameLabels(noisy, denoised);
        assertSameOverlay(noisy.getOverlay(), denoised.getOverlay(), name);
    }

    private static LUT lut(ImagePlus image, int channel) {
        if (image instanceof CompositeImage composite) return composite.getChannelLut(channel);
        ImageProcessor pixels = image.getProcessor();
        LUT lut = pixels.getLut();
        lut.min = image.getDisplayRangeMin();
        lut.max = image.getDisplayRangeMax();
        return lut;
    }

    private static void assertSameLut(LUT expected, LUT actual, String name) {
        assertArrayEquals(expected.getBytes(), actual.getBytes(), name);
        assertEquals(expected.min, actual.min, name);
        assertEquals(expected.max, actual.max, name);
    }

    private static void assertSameLabels(ImagePlus noisy, ImagePlus denoised) {
        for (int plane = 1; plane <= noisy.getStackSize(); plane++)
            assertEquals(
                    noisy.getStack().getSliceLabel(plane),
                    denoised.getStack().getSliceLabel(plane),
                    noisy.getTitle());
    }

    private static void assertSameOverlay(Overlay expected, Overlay actual, String name) {
        assertEquals(expected.size(), actual.size(), name);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), name);
            assertEquals(expected.get(i).getPosition(), actual.get(i).getPosition(), name);
            assertEquals(expected.get(i).getCPosition(), actual.get(i).getCPosition(), name);
            assertEquals(expected.get(i).getZPosition(), actual.get(i).getZPosition(), name);
            assertEquals(expected.get(i).getTPosition(), actual.get(i).getTPosition(), name);
        }
    }

    private static ImagePlus denoised(Path model, ImagePlus noisy, boolean asFloat, int tile) {
        CommandModule run =
                commands.run(
                        DenoiseImage.class,
                        "input",
                        noisy,
                        "model",
                        model.toString(),
                        "asfloat",
                        asFloat,
                        "tile",
                        tile,
                        "device",
                        "cpu");
        Cancelable command = (Cancelable) run.getCommand();
        assertFalse(command.isCanceled(), command.getCancelReason());
        ImagePlus denoised = (ImagePlus) run.getOutput("denoised");
        assertFalse(
                Arrays.equals(pixels(noisy, 1), pixels(denoised, 1)), "nothing done to " + noisy);
        return denoised;
    }

    private static float[] pixels(ImagePlus image, int plane) {
        ImageProcessor pixels = image.getStack().getProcessor(plane);
        return (float[]) pixels.convertToFloatProcessor().getPixels();
    }

    private static float largest(ImagePlus image) {
        float largest = 0;
        for (int plane = 1; plane <= image.getStackSize(); plane++)
            for (float pixel : pixels(image, plane)) largest = Math.max(largest, Math.abs(pixel));
        return largest;
    }

    private static Path model(int dimensions, int levels) throws IOException {
        InputImages images = new InputImages(dimensions, 1, 1);
        Architecture network = new BlindSpotAutoencoder(images, 2, levels, 1);
        ModelCard card =
                new ModelCard(
                        "random",
                        network.name(),
                        new Normalization.MeanStd(),
                        Map.of(),
                        List.of(),
                        "0",
                        Optional.empty(),
                        Optional.empty());
        Graph graph = network.graph();
        Weights weights = Weights.initial(graph, 1);
        Random random = new Random(2);
        graph.parameters().forEach(parameter -> shake(weights.get(parameter.name()), random));
        Path file = folder.resolve("random" + dimensions + ".zip");
        ModelFile.write(new TrainedModel(card, graph, weights), file);
        return file;
    }

    /** So that no part of the network is idle. */
    private static void shake(float[] values, Random random) {
        for (int i = 0; i < values.length; i++) values[i] += 0.1f * (float) random.nextGaussian();
    }
}
