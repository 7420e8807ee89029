package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.dataset.HeldOutImages;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
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

    private static HeldOutMontage montage() throws IOException {
        Preset preset = Presets.named("strided-ae");
        TrainingFiles files =
                TrainingFiles.withNoise(List.of(STACK), preset.noise(), preset.preparation());
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        ModelCard card =
                new ModelCard(
                        "none",
                        "resblock-ae",
                        files.normalization(),
                        Map.of(),
                        List.of(),
                        "test",
                        Optional.empty(),
                        Optional.empty());
        TrainedModel model = new TrainedModel(card, graph, Weights.initial(graph, 1));
        HeldOutImages images = HeldOutImages.of(files.split(1), 8, 100);
        return HeldOutMontage.of(model, images, DeviceChoice.CPU);
    }
}
