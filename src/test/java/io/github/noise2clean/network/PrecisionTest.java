package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrecisionTest {

    static List<String> names() {
        return Architectures.names();
    }

    /** Eleven bits of mantissa: half a thousandth per operation. */
    @ParameterizedTest
    @MethodSource("names")
    void float16IsCloseToFloat32(String name) {
        Graph graph = Architectures.named(name, InputImages.planes()).graph();
        var folded = BatchNormFolding.fold(graph, Weights.initial(graph, 1));
        Volume x = Volume.random(2, graph.inputChannels(), new int[] {1, 28, 28}, 1);
        float[] exact = Modules.forward(folded.graph(), folded.weights(), x);
        float[] close = Modules.forward(folded.graph(), halved(folded), x);
        assertArrayEquals(exact, close, 4e-3f * largest(exact));
    }

    @Test
    void float16HasNoValueAbove65504() {
        GraphBuilder net = new GraphBuilder(2);
        Graph graph = net.build(net.conv("a", net.input(1), 1, Window.same(2, 1)));
        Weights weights =
                new Weights(graph, Map.of("a_weight", new float[] {2}, "a_bias", new float[1]));
        Volume x = new Volume(1, 1, new int[] {1, 1, 2}, new double[] {32752, 32800});
        byte[] halved = TorchScript.writeForRunning(graph, weights, Precision.FLOAT16);
        assertArrayEquals(
                new float[] {65504, Float.POSITIVE_INFINITY}, Modules.forward(graph, halved, x));
    }

    /** What is added to the image is rounded to eleven bits, but the sum is not. */
    @Test
    void float16KeepsThePrecisionOfAnImageThatIsAddedTo() {
        Graph graph = new ResBlockAutoencoder(2, 2, 1, 1, true, Head.RESIDUAL).graph();
        Map<String, float[]> zeros = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters())
            zeros.put(parameter.name(), new float[parameter.size()]);
        byte[] halved =
                TorchScript.writeForRunning(graph, new Weights(graph, zeros), Precision.FLOAT16);
        Volume x = Volume.random(1, 1, new int[] {1, 8, 8}, 1);
        assertArrayEquals(x.floats(), Modules.forward(graph, halved, x));
    }

    private static byte[] halved(BatchNormFolding.Folded folded) {
        return TorchScript.writeForRunning(folded.graph(), folded.weights(), Precision.FLOAT16);
    }

    private static float largest(float[] values) {
        return (float)
                IntStream.range(0, values.length)
                        .mapToDouble(i -> Math.abs(values[i]))
                        .max()
                        .orElseThrow();
    }
}
