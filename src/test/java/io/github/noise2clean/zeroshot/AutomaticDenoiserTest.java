package io.github.noise2clean.zeroshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Estimate;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With libraries of models that have not learned anything, or none. */
class AutomaticDenoiserTest {

    @TempDir private Path folder;
    private final List<String> read = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Test
    void theModelThatSuitsTheImageDenoisesIt() throws IOException {
        put("fluorescence", 2);
        put("natural-grey", 2);
        ImagePlus denoised = denoised(KnownScenes.spots()).get(0);
        assertEquals("tiny fluorescence", denoised.getProp("noise2clean.model"));
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0)
                        .startsWith("spots: the model fluorescence is used, since it is mostly"),
                notes.get(0));
    }

    @Test
    void aModelIsReadOnceForAllItsImages() throws IOException {
        put("fluorescence", 2);
        put("natural-grey", 2);
        List<ImagePlus> denoised =
                denoised(KnownScenes.spots(), KnownScenes.texture(), KnownScenes.spots());
        assertEquals(List.of("fluorescence.zip", "natural-grey.zip"), read);
        assertEquals("tiny natural-grey", denoised.get(1).getProp("noise2clean.model"));
        assertArrayEquals(pixels(denoised.get(0)), pixels(denoised.get(2)));
    }

    @Test
    void withoutTheModelANetworkIsTrainedOnTheImage() throws IOException {
        put("natural-grey", 2);
        ImagePlus denoised = denoised(KnownScenes.spots()).get(0);
        assertEquals("this image", denoised.getProp("noise2clean.model"));
        assertEquals(1, notes.size());
        String note = notes.get(0);
        assertTrue(
                note.startsWith(
                        "spots: a network is trained on this image alone. The model fluorescence"
                                + " would be used, since it is mostly dark"),
                note);
        assertTrue(note.endsWith(". But there is no bundled model of that name."), note);
    }

    @Test
    void aModelOfOtherImagesIsNotUsed() throws IOException {
        put("fluorescence", 3);
        ImagePlus denoised = denoised(KnownScenes.spots()).get(0);
        assertEquals("this image", denoised.getProp("noise2clean.model"));
        assertTrue(
                notes.get(0)
                        .endsWith(
                                ". The model tiny fluorescence denoises volumes: give it an image"
                                        + " of several slices (z)."),
                notes.get(0));
    }

    /** As of a model whose normalisation needs the noise of a camera. */
    @Test
    void aModelWhoseNormalizationFailsIsNotUsed() throws IOException {
        put("fluorescence", 2, new Normalization.FoundAnscombe());
        ImagePlus noiseless = KnownScenes.constant(7);
        for (int y = 0; y < noiseless.getHeight(); y++) noiseless.getProcessor().setf(64, y, 1000);
        List<ImagePlus> denoised = denoised(KnownScenes.spots(), noiseless);
        assertEquals("tiny fluorescence", denoised.get(0).getProp("noise2clean.model"));
        assertEquals("this image", denoised.get(1).getProp("noise2clean.model"));
        assertTrue(notes.get(1).contains("). No noise is found: "), notes.get(1));
    }

    @Test
    void sharedNoiseIsToldWhereANetworkIsTrained() throws IOException {
        denoised(KnownScenes.scan());
        assertEquals(2, notes.size());
        assertTrue(notes.get(0).contains("The model electron-microscopy would"), notes.get(0));
        assertTrue(notes.get(1).contains("what they share is taken for the image's"));
    }

    @Test
    void constantImagesAndThoseOfNanAreDenoised() throws IOException {
        ImagePlus first = denoised(KnownScenes.constant(7), KnownScenes.constant(Float.NaN)).get(0);
        assertEquals(7, first.getProcessor().getf(9, 9), 1e-4);
        put("natural-grey", 2);
        ImagePlus second =
                denoised(KnownScenes.constant(7), KnownScenes.constant(Float.NaN)).get(0);
        assertEquals(7, second.getProcessor().getf(9, 9), 1e-4);
        assertEquals(
                "constant: the model natural-grey is used, since it has no channel of several grey"
                        + " values that would tell more.",
                notes.get(2));
    }

    @Test
    void imagesWithoutPixelsAreRefused() {
        ImagePlus empty = new ImagePlus();
        empty.setTitle("empty");
        var refusal = assertThrows(IllegalArgumentException.class, () -> denoised(empty));
        assertEquals("The image empty has no pixels.", refusal.getMessage());
    }

    private List<ImagePlus> denoised(ImagePlus... noisy) throws IOException {
        List<ImagePlus> denoised = new ArrayList<>();
        try (var denoiser = new AutomaticDenoiser(library(), settings(), notes::add)) {
            for (ImagePlus image : noisy)
                denoised.add(denoiser.outcome(image, DenoisingListener.NONE).image());
        }
        return denoised;
    }

    private static ZeroShotSettings settings() {
        var denoising = new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN);
        return new ZeroShotSettings(denoising, Portion.IMAGE, 3, 1);
    }

    private static float[] pixels(ImagePlus image) {
        return (float[]) image.getProcessor().getPixels();
    }

    /** Adds a model that gives back every image as it is. */
    private void put(String name, int dimensions) throws IOException {
        put(name, dimensions, new Normalization.MeanStd());
    }

    private void put(String name, int dimensions, Normalization normalization) throws IOException {
        Graph graph = new ResBlockAutoencoder(dimensions, 2, 1, 1, true, Head.RESIDUAL).graph();
        ModelCard card =
                new ModelCard(
                        "tiny " + name,
                        "resblock-ae",
                        normalization,
                        Map.of(),
                        List.of(),
                        "test",
                        Optional.empty(),
                        Optional.empty());
        Path models = Files.createDirectories(folder.resolve("noise2clean/models"));
        Path file = models.resolve(name + ".zip");
        ModelFile.write(new TrainedModel(card, graph, Weights.initial(graph, 1)), file);
    }

    private ModelLibrary library() throws IOException {
        Path models = Files.createDirectories(folder.resolve("noise2clean/models"));
        StringBuilder index = new StringBuilder();
        try (var files = Files.list(models)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .forEach(name -> index.append(name.replace(".zip", ": for tests\n")));
        }
        Files.writeString(models.resolve("index.txt"), index);
        URL[] roots = {folder.toUri().toURL()};
        return new ModelLibrary(
                new URLClassLoader(roots, null) {
                    @Override
                    public InputStream getResourceAsStream(String name) {
                        if (name.endsWith(".zip")) read.add(Path.of(name).getFileName().toString());
                        return super.getResourceAsStream(name);
                    }
                });
    }
}
