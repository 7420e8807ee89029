package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.training.GradientCollector;
import ai.djl.translate.TranslateException;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorchScriptTest {

    private static final int STEPS = 3;

    static Stream<Architecture> architectures() {
        return SmallNetworks.small();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void readsBackTheSameBits(Architecture architecture) throws IOException {
        Graph graph = architecture.graph();
        Weights weights = Modules.random(graph, 1);
        byte[] archive = TorchScript.write(graph, weights);
        assertTrue(weights.contentEquals(TorchScript.read(graph, archive)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void moduleHoldsTheWeightsOfTheArchive(Architecture architecture) {
        Graph graph = architecture.graph();
        Weights weights = Modules.random(graph, 1);
        byte[] archive = TorchScript.write(graph, weights);
        Weights loaded = Modules.with(archive, false, module -> Modules.weights(graph, module));
        assertTrue(weights.contentEquals(loaded));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void trainedNetworkComputesTheSameBitsWhenSavedAndLoaded(Architecture architecture) {
        Graph graph = architecture.graph();
        Volume x = image(graph);
        byte[] fresh = TorchScript.write(graph, Weights.initial(graph, 1));
        Modules.with(
                fresh,
                true,
                module -> {
                    train(graph, module, x);
                    float[] output = Modules.in(graph, x, in -> module.forward(in).toFloatArray());
                    Weights learned = Modules.weights(graph, module);
                    assertFalse(learned.contentEquals(Weights.initial(graph, 1)));
                    assertArrayEquals(output, Modules.forward(graph, learned, x));
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void plainDjlRunsArchivesForInference(Architecture architecture, @TempDir Path folder)
            throws IOException, ModelException, TranslateException {
        Graph graph = architecture.graph();
        Weights weights = Modules.random(graph, 1);
        Path file = folder.resolve("net.pt");
        Files.write(file, TorchScript.writeForInference(graph, weights));
        Volume x = image(graph);
        assertArrayEquals(Modules.forward(graph, weights, x), plainly(file, graph, x), 1e-5f);
    }

    /** DJL itself switches what it predicts with, so that only the file can tell. */
    @Test
    void archivesForInferenceAreInEvaluationMode() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.LINEAR).graph();
        Weights weights = Modules.random(graph, 1);
        String learning = latin(TorchScript.write(graph, weights));
        String inferring = latin(TorchScript.writeForInference(graph, weights));
        assertTrue(learning.contains("training\u0088") && inferring.contains("training\u0089"));
    }

    @Test
    void trainingLowersTheLoss() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.LINEAR).graph();
        double[] losses =
                Modules.with(
                        TorchScript.write(graph, Weights.initial(graph, 1)),
                        true,
                        module -> train(graph, module, image(graph)));
        for (int step = 1; step < STEPS; step++) assertTrue(losses[step] < losses[step - 1]);
    }

    @Test
    void sameNetworkGivesTheSameBytes() {
        byte[] first = archive(4);
        assertArrayEquals(first, archive(4));
        assertFalse(Arrays.equals(first, archive(5)));
    }

    /** The direct formula of two convolutions, of which the second meets channels-last values. */
    @Test
    void channelsLastInsideChangesNoValue() {
        for (int dimensions : new int[] {2, 3}) {
            Window window = Window.same(dimensions, 3);
            GraphBuilder net = new GraphBuilder(dimensions);
            Value hidden = net.conv("a", net.input(1), 3, window);
            Graph graph = net.build(net.conv("b", hidden, 2, window));
            Weights weights = Modules.random(graph, 3);
            Volume x = image(graph);
            Volume expected = conv(conv(x, graph, weights, "a"), graph, weights, "b");
            assertArrayEquals(expected.floats(), Modules.forward(graph, weights, x), 1e-5f);
        }
    }

    /** Eight bits of mantissa: half a per cent per operation. */
    @Test
    void bfloat16IsCloseToFloat32() {
        Graph graph = new ResBlockAutoencoder(2, 4, 1, 1, true, Head.RESIDUAL).graph();
        Weights weights = Modules.random(graph, 1);
        Volume x = image(graph);
        byte[] reduced = TorchScript.write(graph, weights, Precision.BFLOAT16);
        float[] exact = Modules.forward(graph, weights, x);
        float[] close = Modules.forward(graph, reduced, x);
        assertEquals(0, relativeError(exact, close), 0.03);
        assertFalse(Arrays.equals(exact, close));
    }

    @Test
    void layersOfOneNameShareTheirWeights() {
        Window window = Window.same(2, 3);
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(2), 2, window);
        Graph graph = net.build(net.conv("a", x, 2, window));
        Weights weights = Modules.random(graph, 7);
        Volume in = Volume.random(1, 2, new int[] {1, 6, 5}, 1);
        Volume expected = conv(conv(in, graph, weights, "a"), graph, weights, "a");
        assertEquals(List.of("a_weight", "a_bias"), List.copyOf(graph.parametersByName().keySet()));
        assertArrayEquals(expected.floats(), Modules.forward(graph, weights, in), 1e-5f);
        byte[] archive = TorchScript.write(graph, weights);
        int learned = Modules.with(archive, true, module -> module.learned().size());
        assertEquals(2, learned);
    }

    @Test
    void tensorsOfAnotherNetworkAreRefused() {
        byte[] archive = archive(1);
        Graph larger = new ResBlockAutoencoder(2, 4, 1, 1, true, Head.RESIDUAL).graph();
        Graph deeper = new ResBlockAutoencoder(2, 2, 2, 1, true, Head.RESIDUAL).graph();
        Graph shallower = new ResBlockAutoencoder(2, 2, 0, 1, true, Head.RESIDUAL).graph();
        for (Graph other : List.of(larger, deeper, shallower))
            assertThrows(IOException.class, () -> TorchScript.read(other, archive));
    }

    @Test
    void truncatedArchiveIsRefused() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        byte[] archive = archive(1);
        byte[] half = Arrays.copyOf(archive, archive.length / 2);
        assertThrows(IOException.class, () -> TorchScript.read(graph, half));
    }

    private static String latin(byte[] archive) {
        return new String(archive, StandardCharsets.ISO_8859_1);
    }

    private static float[] plainly(Path file, Graph graph, Volume x)
            throws IOException, ModelException, TranslateException {
        Criteria<NDList, NDList> criteria =
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optEngine("PyTorch")
                        .optModelPath(file)
                        .build();
        try (var model = criteria.loadModel();
                var predictor = model.newPredictor();
                NDManager scope = model.getNDManager().newSubManager()) {
            var shape = new ai.djl.ndarray.types.Shape(x.shape(graph.dimensions()));
            NDList images = new NDList(scope.create(x.floats(), shape));
            return predictor.predict(images).singletonOrThrow().toFloatArray();
        }
    }

    private static byte[] archive(long seed) {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        return TorchScript.write(graph, Weights.initial(graph, seed));
    }

    /** Gradient descent towards twice the image, and the loss before every step. */
    private static double[] train(Graph graph, TorchModule module, Volume x) {
        double[] losses = new double[STEPS];
        for (int step = 0; step < STEPS; step++)
            losses[step] = Modules.in(graph, x, in -> step(module, in));
        return losses;
    }

    private static double step(TorchModule module, NDArray x) {
        try (GradientCollector gradients = Torch.engine().newGradientCollector()) {
            NDArray target = x.mul(2);
            NDArray loss = module.trainingOutputs(x).head().sub(target).square().mean();
            gradients.backward(loss);
            module.learned().forEach(TorchScriptTest::descend);
            return loss.getFloat();
        }
    }

    private static void descend(NDArray parameter) {
        try (NDArray gradient = parameter.getGradient()) {
            parameter
                    .getNDArrayInternal()
                    .sgdUpdate(
                            new NDList(parameter, gradient),
                            new NDList(parameter),
                            0.05f,
                            0,
                            1,
                            -1,
                            0,
                            false);
        }
    }

    private static Volume conv(Volume x, Graph graph, Weights weights, String name) {
        Parameter parameter = graph.parametersByName().get(name + "_weight");
        List<Integer> shape = parameter.shape();
        int[] kernel = Window3.padded(shape.subList(2, shape.size()), 1);
        Volume weight =
                new Volume(
                        shape.get(0), shape.get(1), kernel, doubles(weights.get(name + "_weight")));
        return x.conv(
                weight,
                doubles(weights.get(name + "_bias")),
                Window3.of(Window.same(graph.dimensions(), 3)));
    }

    private static Volume image(Graph graph) {
        int[] size = graph.dimensions() == 2 ? new int[] {1, 8, 12} : new int[] {4, 6, 8};
        return Volume.random(2, 1, size, 5);
    }

    private static double relativeError(float[] expected, float[] actual) {
        double error = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            error += Math.pow(expected[i] - actual[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return Math.sqrt(error / norm);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) doubles[i] = values[i];
        return doubles;
    }
}
