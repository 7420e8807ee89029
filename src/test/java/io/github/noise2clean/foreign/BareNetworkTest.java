package io.github.noise2clean.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.NpyFile;
import io.github.noise2clean.model.ModelFormatException;
import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.GraphBuilder;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.tensor.AxisOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareNetworkTest {

    private static final Path DNCNN = Path.of("../shared/data/models/dncnn25");
    private static final BareNetwork.Reach UNKNOWN = new BareNetwork.Reach(1, OptionalInt.empty());

    private static final Port PLANE = new Port(new AxisOrder("bcyx"), 1);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dncnn_25.onnx", "dncnn_25.torchscript.pt"})
    void dnCnnReproducesItsTestOutput(String name) throws IOException {
        assumeTrue(Files.isDirectory(DNCNN), "The foreign model " + DNCNN + " is not here.");
        ForeignModel model = model(DNCNN.resolve(name), new Normalization.Fixed(0, 1));
        assertEquals(0, Trial.of(tested(model)).difference().orElseThrow(), 1e-5);
    }

    @Test
    void theStepsAreThoseOfTheNormalization() throws IOException {
        Path file = Files.write(folder.resolve("net.onnx"), TinyPackage.onnx());
        assertEquals(
                List.of(new Step.ScaleLinear(List.of(0.25), List.of(-2.5))),
                model(file, new Normalization.Fixed(10, 14)).processing().before());
        var percentile = new Normalization.Percentile(1, 99.5);
        assertEquals(
                List.of(new Step.ScaleRange(percentile, false, 1e-6)),
                model(file, percentile).processing().before());
        assertEquals(
                List.of(new Step.Standardize(false, 1e-6)),
                model(file, new Normalization.MeanStd()).processing().before());
    }

    @Test
    void whatIsNotKnownIsChosenWithCare() throws IOException {
        Path file = Files.write(folder.resolve("net.onnx"), TinyPackage.onnx());
        AxisReach axis = new AxisReach(64, 1, 1);
        assertEquals(
                new ImageAxes(PLANE, PLANE, List.of(axis, axis), false),
                model(file, new Normalization.MeanStd()).axes());
    }

    @Test
    void torchScriptThatDoesNotTakeItsImagesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("net.pt"), TinyPackage.torchScript());
        var network =
                new BareNetwork(
                        file, new AxisOrder("bcyx"), new Normalization.MeanStd(), 3, UNKNOWN);
        ForeignModel model = network.asPackage("net", Trust.ALL).model();
        IOException refusal = assertThrows(ModelFormatException.class, () -> Trial.of(model));
        assertTrue(
                refusal.getMessage().contains("cannot take images of the shape [1, 3, 32, 32]"),
                refusal.getMessage());
    }

    @Test
    void aNetworkThatMakesNoNumbersIsRefused() throws IOException {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.batchNorm("norm", net.input(1)));
        Weights weights = Weights.initial(graph, 1);
        weights.get("norm_mean")[0] = Float.NaN;
        Path file = Files.write(folder.resolve("net.pt"), TorchScript.write(graph, weights));
        ForeignModel model = model(file, new Normalization.MeanStd());
        IOException refusal = assertThrows(ModelFormatException.class, () -> Trial.of(model));
        assertTrue(refusal.getMessage().contains("it makes NaN or infinite values of an image"));
    }

    @Test
    void otherNormalizationsAreRefused() {
        Path file = folder.resolve("net.onnx");
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new BareNetwork(
                                file,
                                new AxisOrder("bcyx"),
                                new Normalization.FoundAnscombe(),
                                1,
                                UNKNOWN));
    }

    private static ForeignModel model(Path file, Normalization normalization) throws IOException {
        BareNetwork network =
                new BareNetwork(file, new AxisOrder("bcyx"), normalization, 1, UNKNOWN);
        return network.asPackage("net", Trust.ALL).model();
    }

    private static ForeignModel tested(ForeignModel model) throws IOException {
        TestTensors test = new TestTensors(read("test_input.npy"), read("test_output.npy"));
        return new ForeignModel(
                model.label(),
                model.axes(),
                model.processing(),
                model.weights(),
                Optional.of(test));
    }

    private static NpyFile read(String name) throws IOException {
        return NpyFile.read(Files.readAllBytes(DNCNN.resolve(name)), name);
    }
}
