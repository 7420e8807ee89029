package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.TrainingFiles;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionPreviewTest {

    private static final InputImages PLANES = new InputImages(2, 1, 1);

    @Test
    void aRegionIsDenoisedAsItIsInTheWholeImage() throws IOException {
        ImagePlus ramp = ramp();
        TrainingFiles files = withoutNoise(ramp);
        TrainedModel model = model(PLANES, files, 0.02f);
        TrainingImage image = files.images().get(0).get(0);
        PreviewPlace place = new PreviewPlace(image, new Rectangle(64, 64, 100, 90));
        RegionPreview preview = RegionPreview.of(model, place, DeviceChoice.CPU);
        ImageProcessor whole = denoised(model, ramp).getProcessor();
        ImageProcessor noisy = ramp.getProcessor();
        boolean changed = false;
        for (int y = 40; y < 50; y++)
            for (int x = 40; x < 60; x++) {
                float expected = whole.getf(64 + x, 64 + y);
                assertEquals(expected, preview.denoised().getProcessor().getf(x, y), 1e-2);
                changed |= Math.abs(expected - noisy.getf(64 + x, 64 + y)) > 1;
            }
        assertTrue(changed, "the network does nothing");
    }

    @Test
    void theDifferenceIsWhatWasTakenAway() throws IOException {
        TrainingFiles files = withoutNoise(ramp());
        TrainingImage image = files.images().get(0).get(0);
        RegionPreview preview =
                RegionPreview.of(
                        model(PLANES, files, 0.02f),
                        PreviewPlace.middle(image, 32),
                        DeviceChoice.CPU);
        assertEquals(
                preview.noisy().getProcessor().getf(3, 4)
                        - preview.denoised().getProcessor().getf(3, 4),
                preview.difference().getProcessor().getf(3, 4));
        ImagePlus stack = preview.stack("preview");
        assertEquals(4, stack.getNFrames());
        assertEquals("difference", stack.getStack().getSliceLabel(4));
    }

    @Test
    void ofAVolumeTheMiddleSliceIsShown() throws IOException {
        InputImages volumes = new InputImages(3, 1, 1);
        ImagePlus stack = IJ.createHyperStack("stack", 40, 32, 1, 9, 1, 32);
        for (int slice = 1; slice <= 9; slice++) stack.getStack().getProcessor(slice).add(slice);
        Preset preset = Presets.standard(volumes);
        TrainingFiles files =
                TrainingFiles.withNoise(
                        stack, NoiseModel.parse("gaussian:0.0001", false), preset.preparation());
        TrainingImage image = files.images().get(0).get(0);
        RegionPreview preview =
                RegionPreview.of(
                        model(volumes, files, 0), PreviewPlace.middle(image, 24), DeviceChoice.CPU);
        assertArrayEquals(new int[] {24, 24, 1, 1, 1}, preview.denoised().getDimensions());
        assertEquals(5, preview.denoised().getProcessor().getf(3, 3), 1e-3);
        assertEquals(5, preview.target().orElseThrow().getProcessor().getf(3, 3), 1e-3);
    }

    private static ImagePlus ramp() {
        ImagePlus ramp = IJ.createImage("ramp", 256, 256, 1, 32);
        for (int i = 0; i < 256 * 256; i++)
            ramp.getProcessor().setf(i, 10 * (i % 256) + 37 * (i / 256 % 3));
        return ramp;
    }

    private static TrainingFiles withoutNoise(ImagePlus image) {
        return TrainingFiles.withNoise(
                image,
                NoiseModel.parse("gaussian:0.0001", false),
                Presets.standard(PLANES).preparation());
    }

    private static ImagePlus denoised(TrainedModel model, ImagePlus noisy) throws IOException {
        var settings = new DenoisingSettings(DeviceChoice.CPU, 0, true, Estimate.PLAIN);
        try (ImageDenoiser denoiser = new ImageDenoiser(model, settings)) {
            return denoiser.denoise(noisy, DenoisingListener.NONE);
        }
    }

    /**
     * @param rest every weight that is 0 in a network that has learned nothing
     */
    private static TrainedModel model(InputImages images, TrainingFiles files, float rest) {
        Architecture network = new ResBlockAutoencoder(images, 2, List.of(1), true, Head.RESIDUAL);
        Graph graph = network.graph();
        Weights initial = Weights.initial(graph, 1);
        Map<String, float[]> values = new HashMap<>();
        graph.parameters()
                .forEach(p -> values.put(p.name(), filled(initial.get(p.name()).clone(), rest)));
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
        return new TrainedModel(card, graph, new Weights(graph, values));
    }

    private static float[] filled(float[] values, float rest) {
        for (int i = 0; i < values.length; i++) if (values[i] == 0) values[i] = rest;
        return values;
    }
}
