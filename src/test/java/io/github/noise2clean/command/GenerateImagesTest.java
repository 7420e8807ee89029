package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

class GenerateImagesTest {

    @TempDir private static Path folder;
    private static Commands commands;
    private static String model;

    @BeforeAll
    static void writeModel() throws IOException {
        commands = new Commands();
        var around = new ResBlockAutoencoder(2, 2, 1, 1, false, Head.LINEAR);
        Graph graph = new ResBlockVariational(around, 2).graph();
        Normalization grey = new Normalization.Fixed(0, 255);
        ModelCard card =
                new ModelCard(
                        "vae",
                        "resblock-vae",
                        grey,
                        Map.of(),
                        List.of(),
                        "test",
                        Optional.empty(),
                        Optional.empty());
        Path file = folder.resolve("vae.zip");
        ModelFile.write(new TrainedModel(card, graph, Weights.initial(graph, 1)), file);
        model = file.toString();
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void newImagesComeAsAStackOfTheUsualSize() {
        ImagePlus images = generated("model", model);
        assertEquals("vae-generated", images.getTitle());
        assertArrayEquals(new int[] {28, 28, 1, 16, 1}, images.getDimensions());
    }

    @Test
    void anOpenImageIsNotUsedUnlessAskedFor() {
        ImagePlus images =
                generated("model", model, "input", noisy(), "width", 12, "height", 8, "count", 2);
        assertArrayEquals(new int[] {12, 8, 1, 2, 1}, images.getDimensions());
    }

    @Test
    void samplesOfAnImageEndWithMeanAndDeviation() {
        ImagePlus samples =
                generated(
                        "model", "file", "file", model, "from", "image", "input", noisy(), "count",
                        3);
        assertEquals("noisy-samples.tif", samples.getTitle());
        assertArrayEquals(new int[] {21, 13, 1, 5, 1}, samples.getDimensions());
        assertEquals("mean", samples.getStack().getSliceLabel(4));
        assertEquals("standard deviation", samples.getStack().getSliceLabel(5));
    }

    @Test
    void mistakesAreTold() {
        refused("No model is given: choose a bundled one, or a model file.");
        refused("There is no image: open the noisy image first.", "model", model, "from", "image");
        refused(
                "There are no samples of 'noise': choose prior or image.",
                "model",
                model,
                "from",
                "noise");
        refused(
                "The model vae makes images of multiples of 2 x 2 pixels, not 28 x 27.",
                "model",
                model,
                "height",
                27);
        refused(
                "The number of samples must be from 1 to 10000, not 0.",
                "model",
                model,
                "count",
                0);
        refused(
                "Unknown device 'tpu': choose auto, cpu, gpu or mps.",
                "model",
                model,
                "device",
                "tpu");
    }

    private static ImagePlus generated(Object... keysAndValues) {
        CommandModule run = commands.run(GenerateImages.class, keysAndValues);
        Cancelable command = (Cancelable) run.getCommand();
        assertFalse(command.isCanceled(), command.getCancelReason());
        assertTrue(run.getOutput("generated") instanceof ImagePlus);
        return (ImagePlus) run.getOutput("generated");
    }

    private static void refused(String reason, Object... keysAndValues) {
        commands.assertRefused(reason, GenerateImages.class, keysAndValues);
    }

    private static ImagePlus noisy() {
        return IJ.createImage("noisy.tif", "8-bit ramp", 21, 13, 1);
    }
}
