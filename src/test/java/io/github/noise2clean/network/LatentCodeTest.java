package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.network.GraphBuilder.Value;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentCodeTest {

    static Stream<Graph> generating() {
        return Stream.of(
                ResBlockVariational.standard(InputImages.planes()).graph(),
                variational(1, false, Head.LINEAR),
                variational(3, false, Head.SIGMOID),
                new ResBlockVariational(new ResBlockAutoencoder(3, 2, 1, 1, false, Head.LINEAR), 2)
                        .graph(),
                vectorCode());
    }

    @ParameterizedTest
    @MethodSource("generating")
    void decodingTheMeanIsTheForwardFunction(Graph graph) {
        Weights weights = Modules.random(graph, 1);
        assertDecodesTheMean(TorchScript.write(graph, weights), graph, 1e-6f);
    }

    @ParameterizedTest
    @MethodSource("generating")
    void decodingTheMeanIsTheForwardFunctionInBfloat16(Graph graph) {
        byte[] archive = TorchScript.write(graph, Modules.random(graph, 1), Precision.BFLOAT16);
        assertDecodesTheMean(archive, graph, 0.02f);
    }

    @ParameterizedTest
    @MethodSource("generating")
    void decodingTheMeanIsTheForwardFunctionOfTheFoldedNetwork(Graph graph) {
        var folded = BatchNormFolding.fold(graph, Modules.random(graph, 1));
        byte[] archive = TorchScript.write(folded.graph(), folded.weights());
        assertDecodesTheMean(archive, folded.graph(), 1e-6f);
    }

    @Test
    void shapeOfACodeMapFollowsTheImage() {
        LatentCode code = LatentCode.of(variational(3, false, Head.SIGMOID)).orElseThrow();
        assertEquals(new Shape(3, List.of(7, 5)), code.shape(List.of(28, 20)));
        assertEquals(new Shape(3, List.of(1, 2)), code.shape(List.of(4, 8)));
    }

    @Test
    void shapeOfAVectorIsItsLength() {
        LatentCode code = LatentCode.of(vectorCode()).orElseThrow();
        assertEquals(new Shape(4, List.of()), code.shape(List.of(8, 8)));
        assertThrows(IllegalArgumentException.class, () -> code.shape(List.of(8, 12)));
    }

    @Test
    void noise2cleanVaeMakesDigitsOfTwentyValues() {
        LatentCode code = LatentCode.of(new Noise2CleanAutoencoder(true).graph()).orElseThrow();
        assertEquals(new Shape(20, List.of()), code.shape(List.of(28, 28)));
    }

    @Test
    void aNetworkWithoutACodeDoesNotGenerate() {
        Graph plain = new ResBlockAutoencoder(2, 2, 1, 1, false, Head.LINEAR).graph();
        assertEquals(Optional.empty(), LatentCode.of(plain));
    }

    @Test
    void aNetworkThatCarriesTheImagePastItsCodeDoesNotGenerate() {
        assertEquals(Optional.empty(), LatentCode.of(variational(3, true, Head.LINEAR)));
        assertEquals(Optional.empty(), LatentCode.of(variational(3, false, Head.RESIDUAL)));
    }

    @Test
    void twoCodesAreNotOne() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        Graph graph = net.build(net.add(net.sample(x, x), net.sample(x, x)));
        assertEquals(Optional.empty(), LatentCode.of(graph));
    }

    @Test
    void onlyTheNodesBehindTheCodeDecode() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        Value unused = net.relu(x);
        Value image = net.sigmoid(net.sample(x, unused));
        Graph graph = net.build(image, x, unused, net.relu(image));
        LatentCode code = LatentCode.of(graph).orElseThrow();
        assertEquals(2, code.node());
        assertEquals(List.of(3), code.decoder());
    }

    /** Of a network whose second output is the mean of its code. */
    private static void assertDecodesTheMean(byte[] archive, Graph graph, float tolerance) {
        int[] size = graph.dimensions() == 2 ? new int[] {1, 8, 8} : new int[] {4, 6, 8};
        Volume x = Volume.random(2, 1, size, 5);
        Modules.with(
                archive,
                false,
                module -> {
                    float[] mean = Modules.in(graph, x, in -> mean(module, in));
                    float[] expected = Modules.in(graph, x, in -> floats(module.forward(in)));
                    assertClose(expected, decode(module, graph, mean, size), tolerance);
                    return null;
                });
    }

    private static float[] mean(TorchModule module, NDArray x) {
        NDList outputs = module.sampledOutputs(x);
        return floats(outputs.get(1));
    }

    private static float[] decode(TorchModule module, Graph graph, float[] mean, int[] size) {
        List<Integer> axes = Stream.of(size[0], size[1], size[2]).toList();
        Shape code =
                LatentCode.of(graph).orElseThrow().shape(axes.subList(3 - graph.dimensions(), 3));
        long[] shape =
                Stream.concat(Stream.of(2, code.channels()), code.size().stream())
                        .mapToLong(Integer::longValue)
                        .toArray();
        try (NDManager scope = Torch.newScope(module.device())) {
            return floats(module.decode(scope.create(mean, new ai.djl.ndarray.types.Shape(shape))));
        }
    }

    private static float[] floats(NDArray array) {
        return array.toFloatArray();
    }

    private static void assertClose(float[] expected, float[] actual, float tolerance) {
        float largest = 1;
        for (float value : expected) largest = Math.max(largest, Math.abs(value));
        assertArrayEquals(expected, actual, tolerance * largest);
    }

    private static Graph variational(int codeChannels, boolean skips, Head head) {
        var around = new ResBlockAutoencoder(2, 2, 2, 1, skips, head);
        return new ResBlockVariational(around, codeChannels).graph();
    }

    /** Images of 8 x 8, and codes of four values. */
    private static Graph vectorCode() {
        GraphBuilder net = new GraphBuilder(2);
        Window halving = Window.of(2, 2, 2, 0);
        Value x = net.relu(net.conv("stem", net.input(1, List.of(8, 8)), 3, halving));
        x = net.reshape(x, new Shape(48, List.of()));
        Value mean = net.linear("mean", x, 4);
        Value logVariance = net.linear("variance", x, 4);
        x = net.relu(net.linear("code", net.sample(mean, logVariance), 48));
        x = net.transposedConv("up", net.reshape(x, new Shape(3, List.of(4, 4))), 3, halving);
        x = net.conv("head", net.relu(net.batchNorm("norm", x)), 1, Window.same(2, 3));
        return net.build(x, mean, logVariance);
    }
}
