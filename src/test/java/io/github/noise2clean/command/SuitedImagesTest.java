package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.CifarAutoencoder;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.StridedAutoencoder;
import io.github.noise2clean.network.VanillaAutoencoder;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.command.CommandModule;

/** Denoise Image with models that were trained for other images than the open one. */
class SuitedImagesTest {

    private static final ImagePlus PLANE = IJ.createImage("plane", 12, 8, 1, 8);
    private static final ImagePlus RGB = IJ.createImage("rgb", 12, 8, 1, 24);

    @TempDir private Path folder;
    private final Commands commands = new Commands();

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void aModelOfVolumesRefusesAPlane() throws IOException {
        String sentence =
                "The model small denoises volumes: give it an image of several slices (z).";
        refused(sentence, small(3, 1), PLANE, "auto");
        refused(sentence, small(3, 1), RGB, "auto");
        refused(sentence, small(3, 1), hyperstack(4, 1, 1), "auto");
    }

    @Test
    void aModelOfVolumesRefusesATimeSeriesUnlessItsFramesAreSlices() throws IOException {
        refused(
                "The model small denoises volumes of several slices (z), and this image has 5"
                        + " frames (t): if these are slices, choose the axes z.",
                small(3, 1),
                hyperstack(2, 1, 5),
                "auto");
        denoised(small(3, 1), hyperstack(2, 1, 5), "z");
        denoised(small(3, 1), hyperstack(2, 3, 5), "auto");
    }

    @Test
    void aModelOfVolumesRefusesSlicesThatAreFrames() throws IOException {
        refused(
                "The model small denoises volumes of several slices (z), and this image has 5"
                        + " frames (t): if these are slices, choose the axes z.",
                small(3, 1),
                hyperstack(1, 5, 1),
                "t");
    }

    @Test
    void axesThatAreBothThereAreNotExchanged() throws IOException {
        refused(
                "The axes z are for stacks of slices or frames, and this one has 3 slices (z) and 5"
                        + " frames (t): choose auto.",
                small(3, 1),
                hyperstack(1, 3, 5),
                "z");
    }

    @Test
    void aModelOfSeveralChannelsRefusesOtherCounts() throws IOException {
        for (int channels : new int[] {1, 3, 4})
            refused(
                    "The model small takes images of 2 channels, and this one has "
                            + channels
                            + ".",
                    small(2, 2),
                    hyperstack(channels, 2, 1),
                    "auto");
        denoised(small(2, 2), hyperstack(2, 2, 1), "auto");
        denoised(small(3, 2), hyperstack(2, 2, 1), "auto");
    }

    @Test
    void aColourModelRefusesGreyImages() throws IOException {
        refused(
                "The model cifar-ae takes images of 3 channels, such as RGB, and this one has 1.",
                model(new CifarAutoencoder()),
                PLANE,
                "auto");
        denoised(model(new CifarAutoencoder()), RGB, "auto");
    }

    /** That is no mistake: each channel is a grey image. */
    @Test
    void aGreyModelDenoisesEachColourByItself() throws IOException {
        ImagePlus denoised = denoised(small(2, 1), RGB, "auto");
        assertEquals(24, denoised.getBitDepth());
        denoised(small(2, 1), hyperstack(4, 2, 3), "auto");
    }

    @Test
    void aModelOfOneSizeRefusesOthers() throws IOException {
        refused(
                "The model vanilla-ae works on images of 28 x 28 pixels only, and this one has 12 x"
                        + " 8: use a fully convolutional network, such as resblock-ae, for other"
                        + " sizes.",
                model(new VanillaAutoencoder()),
                PLANE,
                "auto");
        denoised(model(new StridedAutoencoder()), IJ.createImage("", 28, 28, 1, 8), "auto");
    }

    private static ImagePlus hyperstack(int channels, int slices, int frames) {
        return IJ.createHyperStack("stack", 12, 8, channels, slices, frames, 8);
    }

    private Path small(int dimensions, int channels) throws IOException {
        InputImages images = new InputImages(dimensions, channels, 1);
        return model("small", new ResBlockAutoencoder(images, 2, List.of(1), true, Head.RESIDUAL));
    }

    private Path model(Architecture architecture) throws IOException {
        return model(architecture.name(), architecture);
    }

    private Path model(String name, Architecture architecture) throws IOException {
        ModelCard card =
                new ModelCard(
                        name,
                        architecture.name(),
                        new Normalization.Fixed(0, 255),
                        Map.of(),
                        List.of(),
                        "0",
                        Optional.empty(),
                        Optional.empty());
        Graph graph = architecture.graph();
        Path file = folder.resolve(name + ".zip");
        ModelFile.write(new TrainedModel(card, graph, Weights.initial(graph, 1)), file);
        return file;
    }

    private void refused(String sentence, Path model, ImagePlus noisy, String axes) {
        commands.assertRefused(sentence, DenoiseImage.class, inputs(model, noisy, axes));
    }

    private ImagePlus denoised(Path model, ImagePlus noisy, String axes) {
        CommandModule run = commands.run(DenoiseImage.class, inputs(model, noisy, axes));
        Cancelable command = (Cancelable) run.getCommand();
        assertFalse(command.isCanceled(), command.getCancelReason());
        ImagePlus denoised = (ImagePlus) run.getOutput("denoised");
        assertArrayEquals(noisy.getDimensions(), denoised.getDimensions());
        return denoised;
    }

    private static Object[] inputs(Path model, ImagePlus noisy, String axes) {
        return new Object[] {
            "input", noisy, "model", model.toString(), "axes", axes, "device", "cpu"
        };
    }
}
