package io.github.noise2clean.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.network.GraphCheck;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.network.Window;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

    @TempDir Path folder;

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        TrainedModel model = TestModels.small();
        TrainedModel read = written(model);
        assertEquals(model.card(), read.card());
        assertEquals(model.graph(), read.graph());
        assertTrue(model.weights().contentEquals(read.weights()));
    }

    @Test
    void theUseOfACodeIsReadAsItWasWritten() throws IOException {
        TrainedModel model = TestModels.small();
        ModelCard card = model.card().withCodeUse(new CodeUse(32, 3));
        TrainedModel read = written(new TrainedModel(card, model.graph(), model.weights()));
        assertEquals(Optional.of(new CodeUse(32, 3)), read.card().codeUse());
        assertEquals(card, read.card());
    }

    @Test
    void theRangeOfTheInputIsReadAsItWasWritten() throws IOException {
        TrainedModel model = TestModels.small();
        ModelCard card = model.card().withInputRange(new DataRange(-0.25, 3));
        TrainedModel read = written(new TrainedModel(card, model.graph(), model.weights()));
        assertEquals(Optional.of(new DataRange(-0.25, 3)), read.card().inputRange());
        assertEquals(card, read.card());
    }

    @Test
    void whatItsMakersSayIsReadAsItWasWritten() throws IOException {
        TrainedModel model = TestModels.small();
        About said =
                new About(
                        Optional.of("For nuclei."),
                        List.of("A. Author", "B. Author"),
                        Optional.of("CC-BY-4.0"),
                        List.of(new About.Citation("A paper", "https://example.com/paper")),
                        Optional.of("2026-01-31T12:00:00Z"));
        ModelCard card = model.card().withAbout(said);
        TrainedModel read = written(new TrainedModel(card, model.graph(), model.weights()));
        assertEquals(said, read.card().about());
        assertEquals(card, read.card());
    }

    @Test
    void theContextOfPlanesIsReadAsItWasWritten() throws IOException {
        for (PlaneContext planes : List.of(PlaneContext.of(2, "z"), PlaneContext.of(1, "t"))) {
            ModelCard card = TestModels.card();
            ModelCard shown =
                    new ModelCard(
                            card.name(),
                            card.architecture(),
                            card.normalization(),
                            card.settings(),
                            card.history(),
                            card.program(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(planes),
                            About.NOTHING);
            TrainedModel small = TestModels.small();
            TrainedModel read = written(new TrainedModel(shown, small.graph(), small.weights()));
            assertEquals(shown, read.card());
        }
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        Path file = folder.resolve("model.zip");
        ModelFile.write(TestModels.small(), file);
        assertEquals(sha256(Files.readAllBytes(file)), ModelFile.sha256(ModelFile.read(file)));
    }

    @Test
    void theHashesOfBundledModelsAreThoseOfTheirFiles() throws Exception {
        for (String name : ModelLibrary.BUNDLED.names()) {
            String resource = "/noise2clean/models/" + name + ".zip";
            byte[] file = getClass().getResourceAsStream(resource).readAllBytes();
            assertEquals(sha256(file), ModelFile.sha256(ModelLibrary.BUNDLED.open(name)), name);
        }
    }

    @Test
    void aNetworkOfEveryKindOfLayerIsReadAsItWasWritten() throws IOException {
        Graph graph = everyLayer();
        TrainedModel model = new TrainedModel(TestModels.card(), graph, Weights.initial(graph, 3));
        assertEquals(graph, written(model).graph());
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    static List<String> networks() {
        return Architectures.names();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aNamedNetworkIsReadAsItWasWritten(String name) throws IOException {
        Graph graph = Architectures.named(name, InputImages.planes()).graph();
        Weights weights = Weights.initial(graph, 3);
        TrainedModel read = written(new TrainedModel(TestModels.card(), graph, weights));
        assertEquals(graph, read.graph());
        assertTrue(weights.contentEquals(read.weights()));
    }

    @Test
    void theStandardNetworkForVolumesPassesTheCheckOfGraphs() {
        GraphCheck.check(ResBlockAutoencoder.standard(InputImages.of(3)).graph());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        ModelFile.write(TestModels.small(), first);
        ModelFile.write(TestModels.small(), second);
        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void anOlderModelIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("model.zip");
        Files.writeString(file, "older");
        ModelFile.write(TestModels.small(), file);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertEquals(TestModels.card(), ModelFile.read(file).card());
    }

    @Test
    void theArchiveInsideLoadsInPyTorchAndComputesTheSame() throws IOException {
        TrainedModel model = TestModels.small();
        byte[] archive = TestModels.entries(model, folder).get("weights.pt");
        TrainedModel read = ModelFile.read(folder.resolve("whole.zip"));
        float[] before = output(TorchScript.write(model.graph(), model.weights()));
        assertArrayEquals(before, output(archive));
        assertArrayEquals(before, output(TorchScript.write(read.graph(), read.weights())));
    }

    @Test
    void aNewerFormatIsRefusedWithTheAdviceToUpdateWhateverElseItHolds() throws IOException {
        Path newer = TestModels.edited(folder, "card.yaml", "format: 2", "format: 3\nextra: [a]");
        IOException refusal = assertThrows(IOException.class, () -> ModelFile.read(newer));
        assertEquals(newer + " was made by a newer Noise2Clean; update it.", refusal.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.zip");
        IOException refusal = assertThrows(IOException.class, () -> ModelFile.read(missing));
        assertEquals("There is no model file " + missing + ".", refusal.getMessage());
    }

    @Test
    void theCardCanBeReadByPeople() throws IOException {
        Map<String, byte[]> entries = TestModels.entries(TestModels.small(), folder);
        String card = new String(entries.get("card.yaml"), StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "format: 2",
                        "name: \"Zellkerne \u03bc: 1.0 \\a\"",
                        "architecture: resblock-ae",
                        "normalization: percentile:0.1,99.9",
                        "settings:",
                        "  seed: '1'",
                        "history:",
                        "- number: 1",
                        "  training_loss: 0.25",
                        "  validation_loss: .NaN",
                        "  psnr: .inf",
                        "  ssim: -1.0E-30"),
                card.lines().limit(12).toList());
    }

    private TrainedModel written(TrainedModel model) throws IOException {
        Path file = folder.resolve("model.zip");
        ModelFile.write(model, file);
        return ModelFile.read(file);
    }

    private static float[] output(byte[] archive) throws IOException {
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray ramp = scope.arange(64f).div(64).reshape(new Shape(1, 1, 8, 8));
            return module.forward(ramp).toFloatArray();
        }
    }

    private static Graph everyLayer() {
        GraphBuilder net = new GraphBuilder(2);
        Value image = net.input(1, List.of(8, 8));
        Value x = net.relu(net.batchNorm("norm", net.conv("a", image, 2, Window.same(2, 3))));
        x = net.sigmoid(net.upsample(net.maxPool(x, Window.of(2, 2, 2, 0)), List.of(2, 2)));
        x = net.conv("b", net.concat(image, x), 4, Window.of(2, 2, 2, 0));
        x = net.transposedConv("c", x, 1, Window.of(2, 2, 2, 0));
        Value code = net.reshape(net.add(image, x), vector(64));
        Value mean = net.linear("mean", code, 3);
        Value logVariance = net.linear("variance", code, 3);
        x = net.linear("decoder", net.sample(mean, logVariance), 64);
        Value out = net.reshape(x, new io.github.noise2clean.network.Shape(1, List.of(8, 8)));
        return net.build(out, mean, logVariance);
    }

    private static io.github.noise2clean.network.Shape vector(int features) {
        return new io.github.noise2clean.network.Shape(features, List.of());
    }
}
