package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormFoldingTest {

    static Stream<Architecture> architectures() {
        return SmallNetworks.small();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void foldedNetworkComputesTheSameWithoutAnyNormalisation(Architecture architecture) {
        assertEquals(0, normalisationsLeft(architecture.graph()));
    }

    /** The one behind a ReLU stays. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBlockAppliedFourTimesIsFoldedFourTimes(boolean variational) {
        assertEquals(1, normalisationsLeft(new Noise2CleanAutoencoder(variational).graph()));
    }

    static Stream<Layer> convolutions() {
        Window plane = Window.of(2, 3, 2, 1);
        Window volume = Window.of(3, 2, 2, 0);
        return Stream.of(true, false)
                .flatMap(
                        bias ->
                                Stream.of(
                                        new Layer.Conv(3, plane, bias),
                                        new Layer.Conv(3, volume, bias),
                                        new Layer.TransposedConv(3, plane, List.of(0, 0), bias),
                                        new Layer.TransposedConv(3, plane, List.of(1, 1), bias),
                                        new Layer.TransposedConv(
                                                3, volume, List.of(0, 0, 0), bias)));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void foldsIntoEveryConvolution(Layer convolution) {
        assertEquals(0, normalisationsLeft(normalised(convolution)));
    }

    @Test
    void normalisationOfASharedValueStays() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 2, Window.same(2, 3));
        assertEquals(1, normalisationsLeft(net.build(net.add(x, net.batchNorm("a", x)))));
    }

    @Test
    void normalisationOfAnOutputStays() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(1), 2, Window.same(2, 3));
        assertEquals(1, normalisationsLeft(net.build(net.batchNorm("a", x), x)));
    }

    @Test
    void normalisationBehindReluStays() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.relu(net.conv("a", net.input(1), 2, Window.same(2, 3)));
        assertEquals(1, normalisationsLeft(net.build(net.batchNorm("a", x))));
    }

    @Test
    void sharedKernelsAreFoldedEachWithItsOwnNormalisation() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.conv("a", net.input(2), 2, Window.same(2, 3));
        x = net.batchNorm("first", x);
        x = net.conv("a", x, 2, Window.same(2, 3));
        x = net.batchNorm("second", x);
        assertEquals(0, normalisationsLeft(net.build(x)));
    }

    @Test
    void sharedKernelStaysForWhoeverIsNotNormalised() {
        for (boolean normalisedFirst : new boolean[] {true, false}) {
            GraphBuilder net = new GraphBuilder(2);
            Value x = net.conv("a", net.input(2), 2, Window.same(2, 3));
            if (normalisedFirst) x = net.batchNorm("n", x);
            x = net.conv("a", x, 2, Window.same(2, 3));
            if (!normalisedFirst) x = net.batchNorm("n", x);
            assertEquals(0, normalisationsLeft(net.build(x)));
        }
    }

    @Test
    void foldedNetworkKeepsNoParameterThatNobodyUses() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        Graph folded = BatchNormFolding.fold(graph, Modules.random(graph, 1)).graph();
        Set<String> used =
                Set.copyOf(folded.nodes().stream().flatMap(n -> n.parameters().stream()).toList());
        assertEquals(used, folded.parametersByName().keySet());
        assertFalse(folded.parametersByName().containsKey("stem_mean"));
    }

    /** Folds, proves that nothing else changed, and counts. */
    private static long normalisationsLeft(Graph graph) {
        Weights weights = Modules.random(graph, 1);
        BatchNormFolding.Folded folded = BatchNormFolding.fold(graph, weights);
        int[] size = Window3.padded(size(graph), 1);
        Volume x = Volume.random(2, graph.inputChannels(), size, 3);
        float[] expected = Modules.forward(graph, weights, x);
        float[] actual = Modules.forward(folded.graph(), folded.weights(), x);
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (float value : expected) largest = Math.max(largest, Math.abs(value));
        for (int i = 0; i < actual.length; i++)
            assertEquals(expected[i], actual[i], 1e-4 * largest);
        return folded.graph().nodes().stream()
                .filter(node -> node.layer() instanceof Layer.BatchNorm)
                .count();
    }

    private static List<Integer> size(Graph graph) {
        if (!graph.fixedSize().isEmpty()) return graph.fixedSize();
        return graph.dimensions() == 2 ? List.of(8, 12) : List.of(4, 6, 8);
    }

    private static Graph normalised(Layer convolution) {
        boolean transposed = convolution instanceof Layer.TransposedConv;
        Window window =
                transposed
                        ? ((Layer.TransposedConv) convolution).window()
                        : ((Layer.Conv) convolution).window();
        boolean bias =
                transposed
                        ? ((Layer.TransposedConv) convolution).bias()
                        : ((Layer.Conv) convolution).bias();
        List<Integer> ends = transposed ? List.of(2, 3) : List.of(3, 2);
        List<Integer> shape = Stream.concat(ends.stream(), window.kernel().stream()).toList();
        List<Parameter> kernel = new ArrayList<>(List.of(parameter("weight", shape)));
        if (bias) kernel.add(parameter("bias", List.of(3)));
        List<Parameter> norm =
                Stream.of("n_scale", "n_shift", "n_mean", "n_variance")
                        .map(name -> parameter(name, List.of(3)))
                        .toList();
        List<Node> nodes =
                List.of(
                        new Node(new Layer.Input(2, List.of()), List.of(), List.of()),
                        new Node(convolution, List.of(0), names(kernel)),
                        new Node(new Layer.BatchNorm(1e-5, 0.1), List.of(1), names(norm)));
        List<Parameter> all = Stream.concat(kernel.stream(), norm.stream()).toList();
        return new Graph(window.kernel().size(), nodes, all, List.of(2));
    }

    private static Parameter parameter(String name, List<Integer> shape) {
        return new Parameter(name, shape, 0, 1, true);
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }
}
