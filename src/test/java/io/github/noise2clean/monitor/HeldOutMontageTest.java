package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldOutMontageTest {

    private static final Path STACK = Path.of("sample-data", "fashion-mnist-200.tif");

    @Test
    void aNetworkThatHasLearnedNothingGivesTheNoisyImagesBack() throws IOException {
        HeldOutMontage montage = montage();
        assertArrayEquals(
                (float[]) montage.images().noisy().getProcessor().getPixels(),
                (float[]) montage.denoised().getProcessor().getPixels(),
                1e-3f);
    }

    @Test
    void smallImagesAreMagnified() throws IOException {
        TestMontage montage = montage().montage();
        assertEquals(3, montage.magnification());
        assertEquals(
                List.of("original", "noisy", "denoised"),
                montage.rows().stream().map(TestMontage.Row::label).toList());
        assertEquals(8, montage.rows().get(2).images().size());
    }

    @Test
    void volumesAreDenoisedWholeAndTheirMiddlePlanesShown() throws IOException {
        assertShowsNoisyImages(new InputImages(3, 1, 1), 8, 5);
    }

    @Test
    void planesAreDenoisedAmongTheirNeighbours() throws IOException {
        for (String axis : List.of("z", "t")) {
            var context = Optional.of(PlaneContext.of(2, axis));
            assertShowsNoisyImages(new InputImages(2, 1, 1, context), 6, 6);
        }
    }

    /** By a network that has learned nothing. */
    private static void assertShowsNoisyImages(InputImages images, int slices, int frames)
            throws IOException {
        ImagePlus stack = IJ.createHyperStack("stack", 16, 12, 1, slices, frames, 32);
        for (int plane = 1; plane <= slices * frames; plane++)
            stack.getStack().getProcessor(plane).add(plane);
        Preset preset = Presets.standard(images);
        TrainingFiles files = TrainingFiles.withNoise(stack, preset.noise(), preset.preparation());
        var network = new ResBlockAutoencoder(images, 2, List.of(1), true, Head.RESIDUAL);
        HeldOutMontage montage = montage(network, files);
        assertArrayEquals(
                montage.images().noisy().getDimensions(), montage.denoised().getDimensions());
        for (int plane = 1; plane <= montage.denoised().getStackSize(); plane++)
            assertArrayEquals(
                    (float[]) montage.images().noisy().getStack().getPixels(plane),
                    (float[]) montage.denoised().getStack().getPixels(plane),
                    1e-3f);
    }

    private static HeldOutMontage montage() throws IOException {
        Preset preset = Presets.named("strided-ae");
        TrainingFiles files =
                TrainingFiles.withNoise(List.of(STACK), preset.noise(), preset.preparation());
        return montage(new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL), files);
    }

    private static HeldOutMontage montage(Architecture network, TrainingFiles files)
            throws IOException {
        Graph graph = network.graph();
        ModelCard card =
                new ModelCard(
                        "none",
                        "resblock-ae",
                        files.normalization(),
                        Map.of(),
                        List.of(),
                        "test",
                        Optional.empty(),
                        Optional.empty(),
                        network.context(),
                        About.NOTHING);
        TrainedModel model = new TrainedModel(card, graph, Weights.initial(graph, 1));
        HeldOutImages images = HeldOutImages.of(files.split(1), 8, 100);
        return HeldOutMontage.of(model, images, DeviceChoice.CPU);
    }
}
