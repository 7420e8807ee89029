package io.github.noise2clean.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageTest {

    private static final float TOLERANCE = 1e-4f;

    private static final PackageOptions OLDER = new PackageOptions(RdfVersion.OLDER, true, false);

    @TempDir Path folder;

    static List<String> networks() {
        return Architectures.names();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void othersComputeTheTestsOutputOfEveryNetwork(String name) throws IOException {
        TrainedModel model =
                Trained.of(Architectures.named(name, InputImages.planes()), "fixed:0,255");
        TrainedModel read = written(model, PackageOptions.STANDARD);
        assertEquals(model.graph(), read.graph());
        assertTrue(model.weights().contentEquals(read.weights()));
        assertOthersAgree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed:100,4000", "percentile:1,99.8", "mean-std", "anscombe:2,100,5"})
    void othersComputeTheTestsOutputWithEveryNormalization(String normalization)
            throws IOException {
        TrainedModel model = Trained.small(normalization);
        assertEquals(model.card(), written(model, PackageOptions.STANDARD).card());
        assertOthersAgree();
    }

    @Test
    void othersComputeTheTestsOutputOfVolumes() throws IOException {
        var volumes = new ResBlockAutoencoder(3, 2, 1, 1, true, Head.RESIDUAL);
        written(Trained.of(volumes, "percentile:0.1,99.9"), PackageOptions.STANDARD);
        assertOthersAgree();
        assertEquals("z", read().at("inputs", 0, "axes", 2, "id"));
    }

    @Test
    void neighbouringPlanesAreNormalisedTogether() throws IOException {
        var shown = new InputImages(2, 1, 1, Optional.of(new PlaneContext(1, Axis.Z)));
        written(
                Trained.of(Architectures.named("resblock-ae", shown), "percentile:1,99"),
                PackageOptions.STANDARD);
        assertOthersAgree();
        assertEquals(
                List.of("channel", "y", "x"),
                read().at("inputs", 0, "preprocessing", 0, "kwargs", "axes"));
        assertEquals(
                List.of("plane0", "plane1", "plane2"),
                read().at("inputs", 0, "axes", 1, "channel_names"));
    }

    @Test
    void foldedBatchNormalisationsComputeTheSame() throws IOException {
        TrainedModel model = Trained.small("mean-std");
        written(model, PackageOptions.STANDARD);
        float[] expected = read().tensor("test_output.npy").values();
        TrainedModel read = written(model, new PackageOptions(RdfVersion.CURRENT, true, true));
        assertTrue(read.graph().nodes().size() < model.graph().nodes().size());
        assertArrayEquals(expected, read().tensor("test_output.npy").values(), TOLERANCE);
        assertOthersAgree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed:100,4000", "percentile:1,99.8", "mean-std"})
    void othersComputeTheTestsOutputOfOlderDescriptionsToo(String normalization)
            throws IOException {
        written(Trained.small(normalization), OLDER);
        assertOthersAgree();
    }

    @Test
    void olderDescriptionsListSizesAlongLetters() throws IOException {
        var shown = new InputImages(2, 2, 1, Optional.of(new PlaneContext(1, Axis.Z)));
        var network = Architectures.named("resblock-ae", shown);
        written(Trained.of(network, "fixed:0,1"), OLDER);
        assertEquals("bcyx", read().at("inputs", 0, "axes"));
        assertEquals(
                Map.of("min", List.of(1, 6, 52, 52), "step", List.of(0, 0, 4, 4)),
                read().at("inputs", 0, "shape"));
        assertEquals(List.of(0, 0, 25, 25), read().at("outputs", 0, "halo"));
        // 6 channels, less twice 2, are the 2 that are denoised.
        assertEquals(List.of(0, -2, 0, 0), read().at("outputs", 0, "shape", "offset"));
        assertEquals(Set.of(true), Set.copyOf(read().hashes().values()));
        assertEquals(8, read().hashes().size());
    }

    @Test
    void theHashesAreThoseOfAllFiles() throws IOException {
        written(Trained.small("mean-std"), PackageOptions.STANDARD);
        Set<String> files =
                Set.of(
                        "card.yaml",
                        "graph.yaml",
                        "weights.pt",
                        "weights.onnx",
                        "README.md",
                        "cover.png",
                        "test_input.npy",
                        "test_output.npy");
        assertEquals(files, read().hashes().keySet());
        assertEquals(Set.of(true), Set.copyOf(read().hashes().values()));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        written(Trained.small("mean-std"), PackageOptions.STANDARD);
        byte[] first = Files.readAllBytes(file());
        written(Trained.small("mean-std"), PackageOptions.STANDARD);
        assertArrayEquals(first, Files.readAllBytes(file()));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void whatIsReadKnowsTheHashOfTheFile() throws IOException {
        TrainedModel saved = written(Trained.small("mean-std"), PackageOptions.STANDARD);
        assertEquals(ModelFile.read(file()).fileHash(), saved.fileHash());
        assertTrue(saved.fileHash().isPresent());
    }

    @Test
    void withoutOnnxThereIsOneEntryOfWeights() throws IOException {
        written(Trained.small("mean-std"), new PackageOptions(RdfVersion.CURRENT, false, false));
        assertEquals(Set.of("torchscript"), ((Map<?, ?>) read().at("weights")).keySet());
    }

    @Test
    void theHaloIsLeftOverOnTheSmallestImage() throws IOException {
        var network = Architectures.named("pooling-ae", InputImages.planes());
        written(Trained.of(network, "fixed:0,1"), PackageOptions.STANDARD);
        assertEquals(Map.of("min", 16, "step", 4), read().at("inputs", 0, "axes", 2, "size"));
        assertEquals(6, read().at("outputs", 0, "axes", 2, "halo"));
        assertEquals(
                Map.of("tensor_id", "input", "axis_id", "y", "offset", 0),
                read().at("outputs", 0, "axes", 2, "size"));
        assertArrayEquals(new long[] {1, 1, 16, 16}, read().tensor("test_input.npy").shape());
    }

    @Test
    void theOneSizeOfANetworkIsGiven() throws IOException {
        var network = Architectures.named("strided-ae", InputImages.planes());
        written(Trained.of(network, "fixed:0,1"), PackageOptions.STANDARD);
        assertEquals(28, read().at("inputs", 0, "axes", 3, "size"));
        assertEquals(null, read().at("outputs", 0, "axes", 3, "halo"));
    }

    @Test
    void aNormalizationThatOthersLackIsSaid() throws IOException {
        written(Trained.small("anscombe:2,100,5"), PackageOptions.STANDARD);
        assertEquals(List.of(), read().at("inputs", 0, "preprocessing"));
        assertEquals("anscombe:2,100,5", read().at("config", "noise2clean", "normalization"));
        assertEquals("normalized", read().at("config", "noise2clean", "input"));
        assertTrue(readme().contains("for which bioimage.io has no step"), readme());
    }

    @Test
    void whatItsMakersSayIsThere() throws IOException {
        TrainedModel model = Trained.small("mean-std");
        About said =
                new About(
                        Optional.of("For nuclei."),
                        List.of("A. Author"),
                        Optional.of("CC-BY-4.0"),
                        List.of(new About.Citation("A paper", "https://example.com/paper")),
                        Optional.of("2026-01-31T12:00:00Z"));
        written(
                new TrainedModel(model.card().withAbout(said), model.graph(), model.weights()),
                PackageOptions.STANDARD);
        assertEquals("For nuclei.", read().at("description"));
        assertEquals(List.of(Map.of("name", "A. Author")), read().at("authors"));
        assertEquals("CC-BY-4.0", read().at("license"));
        assertEquals("https://example.com/paper", read().at("cite", 0, "url"));
        assertEquals("2026-01-31T12:00:00Z", read().at("timestamp"));
        assertEquals("Nuclei __ 1_0 _", read().at("name"));
    }

    @Test
    void theDocumentationTellsTheFiguresOfTheBestEpoch() throws IOException {
        written(Trained.small("mean-std"), PackageOptions.STANDARD);
        String figures = "after epoch 2 of 3: loss 0.10000, PSNR 28.10 dB, SSIM 0.900.";
        assertTrue(readme().contains("## Validation\n"), readme());
        assertTrue(readme().contains(figures), readme());
    }

    @Test
    void theCoverIsTheImageBesideTheDenoisedOne() throws IOException {
        written(Trained.small("mean-std"), PackageOptions.STANDARD);
        var picture = ImageIO.read(new ByteArrayInputStream(read().files().get("cover.png")));
        assertEquals(2 * picture.getHeight(), picture.getWidth());
        assertTrue(picture.getHeight() >= 200);
    }

    private void assertOthersAgree() throws IOException {
        float[] expected = read().tensor("test_output.npy").values();
        float largest = 1;
        for (float value : expected) largest = Math.max(largest, Math.abs(value));
        assertArrayEquals(expected, read().torchScriptOutput(), TOLERANCE * largest);
        assertArrayEquals(expected, read().onnxOutput(), TOLERANCE * largest);
    }

    private TrainedModel written(TrainedModel model, PackageOptions options) throws IOException {
        return ModelPackage.write(model, options, file());
    }

    private PackageReader read() throws IOException {
        return PackageReader.of(file());
    }

    private String readme() throws IOException {
        return new String(read().files().get("README.md"), StandardCharsets.UTF_8);
    }

    private Path file() {
        return folder.resolve("model.zip");
    }
}
