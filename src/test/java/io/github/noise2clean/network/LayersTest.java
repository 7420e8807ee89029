package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.tensor.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch and ONNX Runtime compute from what is written what each layer is defined to be. */
class LayersTest {

    private static final int IN = 2;
    private static final int OUT = 3;

    static Stream<Window> windows() {
        return Stream.of(
                Window.same(2, 1),
                Window.same(2, 3),
                Window.of(2, 3, 2, 1),
                Window.of(2, 2, 2, 0),
                Window.of(2, 4, 2, 1),
                Window.of(2, 3, 3, 0),
                new Window(List.of(3, 1), List.of(2, 1), List.of(1, 0)),
                new Window(List.of(2, 5), List.of(1, 3), List.of(1, 2)),
                Window.same(3, 3),
                Window.of(3, 2, 2, 0),
                new Window(List.of(1, 3, 3), List.of(1, 2, 2), List.of(0, 1, 1)),
                new Window(List.of(3, 2, 4), List.of(2, 1, 3), List.of(1, 1, 2)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void convolutionIsTheSumUnderTheWindow(Window window) {
        for (boolean bias : new boolean[] {true, false}) {
            Graph graph = kernelLayer(new Layer.Conv(OUT, window, bias), List.of(OUT, IN), bias);
            Weights weights = Modules.random(graph, 1);
            Volume x = input(graph.dimensions());
            Volume kernel = kernel(weights, OUT, IN, window);
            assertForward(
                    x.conv(kernel, bias(weights, bias), Window3.of(window)), graph, weights, x);
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void transposedConvolutionPaintsTheWindow(Window window) {
        for (boolean bias : new boolean[] {true, false}) {
            Layer layer =
                    new Layer.TransposedConv(
                            OUT, window, Collections.nCopies(window.kernel().size(), 0), bias);
            Graph graph = kernelLayer(layer, List.of(IN, OUT), bias);
            Weights weights = Modules.random(graph, 2);
            Volume x = input(graph.dimensions());
            Volume kernel = kernel(weights, IN, OUT, window);
            assertForward(
                    x.transposedConv(kernel, bias(weights, bias), Window3.of(window)),
                    graph,
                    weights,
                    x);
        }
    }

    static Stream<Arguments> paddedWindows() {
        return Stream.of(
                Arguments.of(Window.of(2, 3, 2, 1), List.of(1, 1)),
                Arguments.of(Window.of(2, 3, 2, 1), List.of(0, 1)),
                Arguments.of(Window.of(2, 2, 2, 0), List.of(1, 1)),
                Arguments.of(
                        new Window(List.of(3, 5), List.of(1, 3), List.of(1, 2)), List.of(0, 2)),
                Arguments.of(Window.of(3, 3, 2, 1), List.of(1, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("paddedWindows")
    void outputPaddingContinuesTheTransposedConvolution(Window window, List<Integer> padding) {
        Layer layer = new Layer.TransposedConv(OUT, window, padding, true);
        Graph graph = kernelLayer(layer, List.of(IN, OUT), true);
        Weights weights = Modules.random(graph, 2);
        Volume x = input(graph.dimensions());
        Volume expected =
                x.transposedConv(
                        kernel(weights, IN, OUT, window),
                        bias(weights, true),
                        Window3.of(window),
                        Window3.padded(padding, 0));
        assertForward(expected, graph, weights, x);
    }

    static Stream<Window> poolingWindows() {
        return windows().filter(Window::paddedByHalf);
    }

    @ParameterizedTest
    @MethodSource("poolingWindows")
    void maxPoolIsTheLargestUnderTheWindow(Window window) {
        GraphBuilder net = new GraphBuilder(window.kernel().size());
        Graph graph = net.build(net.maxPool(net.input(IN), window));
        Volume x = input(graph.dimensions());
        assertForward(x.maxPool(Window3.of(window)), graph, Modules.random(graph, 3), x);
    }

    @Test
    void upsamplingRepeatsPixels() {
        for (List<Integer> factor : List.of(List.of(2, 2), List.of(1, 3), List.of(3, 1, 2))) {
            GraphBuilder net = new GraphBuilder(factor.size());
            Graph graph = net.build(net.upsample(net.input(IN), factor));
            Volume x = input(graph.dimensions());
            Volume expected = x.upsample(Window3.padded(factor, 1));
            assertForward(expected, graph, Modules.random(graph, 3), x);
        }
    }

    @Test
    void batchNormUsesTheRunningStatisticsWhenEvaluating() {
        for (int dimensions : new int[] {2, 3}) {
            Graph graph = normalisation(dimensions);
            Weights weights = Modules.random(graph, 4);
            Volume x = input(dimensions);
            Volume expected =
                    x.normalized(
                            doubles(weights.get("bn_scale")),
                            doubles(weights.get("bn_shift")),
                            doubles(weights.get("bn_mean")),
                            doubles(weights.get("bn_variance")));
            assertForward(expected, graph, weights, x);
        }
    }

    @Test
    void batchNormUsesTheBatchWhenTraining() {
        Graph graph = normalisation(2);
        Weights weights = Modules.random(graph, 4);
        Volume x = input(2);
        Volume expected =
                x.normalized(
                        doubles(weights.get("bn_scale")),
                        doubles(weights.get("bn_shift")),
                        x.channelMeans(),
                        x.channelVariances());
        float[] actual =
                Modules.with(
                        TorchScript.write(graph, weights),
                        true,
                        module ->
                                Modules.in(
                                        graph,
                                        x,
                                        in -> module.trainingOutputs(in).head().toFloatArray()));
        assertArrayEquals(expected.floats(), actual, 1e-5f);
    }

    @Test
    void batchNormMovesItsStatisticsATenthOfTheWayToTheUnbiasedOnes() {
        Graph graph = normalisation(2);
        Weights before = Modules.random(graph, 4);
        Volume x = input(2);
        Weights after =
                Modules.with(
                        TorchScript.write(graph, before),
                        true,
                        module -> {
                            Modules.in(graph, x, module::trainingOutputs);
                            return Modules.weights(graph, module);
                        });
        double count = x.n() * x.pixels();
        for (int c = 0; c < IN; c++) {
            double variance = x.channelVariances()[c] * count / (count - 1);
            assertEquals(
                    0.9 * before.get("bn_mean")[c] + 0.1 * x.channelMeans()[c],
                    after.get("bn_mean")[c],
                    1e-6);
            assertEquals(
                    0.9 * before.get("bn_variance")[c] + 0.1 * variance,
                    after.get("bn_variance")[c],
                    1e-6);
        }
    }

    @Test
    void evaluationLeavesTheRunningStatistics() {
        Graph graph = normalisation(2);
        Weights before = Modules.random(graph, 4);
        Weights after =
                Modules.with(
                        TorchScript.write(graph, before),
                        true,
                        module -> {
                            Modules.in(graph, input(2), module::forward);
                            return Modules.weights(graph, module);
                        });
        assertArrayEquals(before.get("bn_mean"), after.get("bn_mean"));
        assertArrayEquals(before.get("bn_variance"), after.get("bn_variance"));
    }

    @Test
    void reluCutsBelowZero() {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.relu(net.input(IN)));
        assertForward(input(2).map(v -> Math.max(0, v)), graph, Modules.random(graph, 0), input(2));
    }

    @Test
    void sigmoidIsTheLogisticFunction() {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.sigmoid(net.input(IN)));
        Volume expected = input(2).map(v -> 1 / (1 + Math.exp(-v)));
        assertForward(expected, graph, Modules.random(graph, 0), input(2));
    }

    @Test
    void addIsTheSum() {
        GraphBuilder net = new GraphBuilder(3);
        Value x = net.input(IN);
        Graph graph = net.build(net.add(x, net.relu(x)));
        Volume expected = input(3).plus(input(3).map(v -> Math.max(0, v)));
        assertForward(expected, graph, Modules.random(graph, 0), input(3));
    }

    @Test
    void concatPutsChannelsOneAfterTheOther() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(IN);
        Graph graph = net.build(net.concat(x, net.relu(x), x));
        Volume expected = input(2).beside(input(2).map(v -> Math.max(0, v))).beside(input(2));
        assertForward(expected, graph, Modules.random(graph, 0), input(2));
    }

    @Test
    void narrowTakesSomeOfTheChannels() {
        for (int dimensions : new int[] {2, 3}) {
            GraphBuilder net = new GraphBuilder(dimensions);
            Value x = net.input(IN);
            Value both = net.concat(net.relu(x), x);
            Graph graph = net.build(net.narrow(both, 1, 2), net.narrow(both, IN, IN));
            Volume relu = input(dimensions).map(v -> Math.max(0, v));
            Volume expected = relu.channel(1).beside(input(dimensions).channel(0));
            assertForward(expected, graph, Modules.random(graph, 0), input(dimensions));
        }
    }

    @Test
    void linearIsTheMatrixProductOfTheFlattenedImage() {
        int pixels = input(2).pixels();
        GraphBuilder net = new GraphBuilder(2);
        Value vector = net.reshape(net.input(IN), new Shape(IN * pixels, List.of()));
        Value product = net.linear("fc", vector, 4);
        Graph graph = net.build(net.reshape(product, new Shape(4, List.of(1, 1))));
        Weights weights = Modules.random(graph, 5);
        Volume flat = new Volume(2, IN * pixels, new int[] {1, 1, 1}, input(2).values());
        Volume matrix =
                new Volume(4, IN * pixels, new int[] {1, 1, 1}, doubles(weights.get("fc_weight")));
        Volume expected =
                flat.conv(matrix, doubles(weights.get("fc_bias")), Window3.of(Window.same(2, 1)));
        assertForward(expected, graph, weights, input(2));
    }

    @Test
    void reshapeKeepsTheRowMajorOrder() {
        Volume x = input(2);
        GraphBuilder net = new GraphBuilder(2);
        Shape turned = new Shape(x.size()[2], List.of(x.size()[1], IN));
        Graph graph = net.build(net.reshape(net.input(IN), turned));
        assertArrayEquals(x.floats(), Modules.forward(graph, Modules.random(graph, 0), x));
    }

    @Test
    void denoisingTakesTheMeanOfTheCode() {
        Graph graph = code(2);
        Weights weights = Modules.random(graph, 6);
        List<float[]> outputs = Modules.outputs(graph, weights, input(2));
        assertArrayEquals(outputs.get(1), Modules.forward(graph, weights, input(2)));
    }

    @Test
    void sampleOfTheCodeHasItsMeanAndVariance() {
        Graph graph = code(2);
        Volume x = Volume.random(4, IN, new int[] {1, 64, 64}, 1);
        Torch.seed(12);
        List<float[]> outputs = Modules.outputs(graph, Modules.random(graph, 6), x);
        double[] standard =
                IntStream.range(0, outputs.get(0).length)
                        .mapToDouble(
                                i ->
                                        (outputs.get(0)[i] - outputs.get(1)[i])
                                                / Math.exp(outputs.get(2)[i] / 2))
                        .toArray();
        double count = standard.length;
        assertEquals(0, Arrays.stream(standard).sum() / count, 4 / Math.sqrt(count));
        assertEquals(1, Arrays.stream(standard).map(z -> z * z).sum() / count, 0.04);
        assertEquals(3, Arrays.stream(standard).map(z -> z * z * z * z).sum() / count, 0.3);
    }

    @Test
    void sampleOfTheCodeRepeatsWithItsSeed() {
        Graph graph = code(2);
        Weights weights = Modules.random(graph, 6);
        Torch.seed(12);
        float[] first = Modules.outputs(graph, weights, input(2)).get(0);
        float[] second = Modules.outputs(graph, weights, input(2)).get(0);
        Torch.seed(12);
        assertArrayEquals(first, Modules.outputs(graph, weights, input(2)).get(0));
        assertFalse(Arrays.equals(first, second));
    }

    /** A code of three channels with its mean and log-variance. */
    private static Graph code(int dimensions) {
        GraphBuilder net = new GraphBuilder(dimensions);
        Value x = net.input(IN);
        Value mean = net.conv("mean", x, OUT, Window.same(dimensions, 1));
        Value logVariance = net.conv("logvariance", x, OUT, Window.same(dimensions, 1));
        return net.build(net.sample(mean, logVariance), mean, logVariance);
    }

    private static Graph normalisation(int dimensions) {
        GraphBuilder net = new GraphBuilder(dimensions);
        return net.build(net.batchNorm("bn", net.input(IN)));
    }

    /** One layer with a kernel, by hand: the builder gives transposed convolutions a bias. */
    private static Graph kernelLayer(Layer layer, List<Integer> channels, boolean bias) {
        Window window =
                layer instanceof Layer.Conv conv
                        ? conv.window()
                        : ((Layer.TransposedConv) layer).window();
        List<Integer> shape = Stream.concat(channels.stream(), window.kernel().stream()).toList();
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("weight", shape, 0, 1, true));
        if (bias) parameters.add(new Parameter("bias", List.of(OUT), 0, 1, true));
        List<String> names = parameters.stream().map(Parameter::name).toList();
        List<Node> nodes =
                List.of(
                        new Node(new Layer.Input(IN, List.of()), List.of(), List.of()),
                        new Node(layer, List.of(0), names));
        return new Graph(window.kernel().size(), nodes, parameters, List.of(1));
    }

    private static Volume input(int dimensions) {
        int[] size = dimensions == 2 ? new int[] {1, 7, 9} : new int[] {5, 6, 7};
        return Volume.random(2, IN, size, 11);
    }

    private static Volume kernel(Weights weights, int n, int c, Window window) {
        return new Volume(n, c, Window3.padded(window.kernel(), 1), doubles(weights.get("weight")));
    }

    private static double[] bias(Weights weights, boolean bias) {
        return bias ? doubles(weights.get("bias")) : new double[OUT];
    }

    private static void assertForward(Volume expected, Graph graph, Weights weights, Volume x) {
        assertArrayEquals(expected.floats(), Modules.forward(graph, weights, x), 1e-5f);
        assertArrayEquals(expected.floats(), OnnxModels.forward(graph, weights, x), 1e-5f);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
