package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxTest {

    static Stream<Architecture> architectures() {
        InputImages shown = new InputImages(2, 2, 1, Optional.of(new PlaneContext(2, Axis.Z)));
        Stream<Architecture> planes = Architectures.names().stream().map(n -> named(n, 2));
        Stream<Architecture> volumes =
                Stream.of("resblock-ae", "resblock-vae", "blindspot-ae").map(n -> named(n, 3));
        return Stream.of(
                        planes,
                        volumes,
                        Stream.of(Architectures.named("resblock-ae", shown)),
                        SmallNetworks.small())
                .flatMap(networks -> networks);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void onnxRuntimeComputesWhatPyTorchComputes(Architecture architecture) {
        Graph graph = architecture.graph();
        Weights weights = Modules.random(graph, 1);
        assertSame(graph, weights, image(graph, 1, 3));
        assertSame(graph, weights, image(graph, 3, 5));
    }

    @Test
    void foldedBatchNormalisationsComputeTheSame() {
        Graph graph = named("resblock-vae", 2).graph();
        Weights weights = Modules.random(graph, 1);
        var folded = BatchNormFolding.fold(graph, weights);
        Volume x = image(graph, 1, 3);
        float[] expected = Modules.forward(graph, weights, x);
        float[] actual = OnnxModels.forward(folded.graph(), folded.weights(), x);
        assertArrayEquals(expected, actual, 1e-4f * largest(expected));
    }

    @Test
    void batchAndSizeAreOpen() throws InvalidProtocolBufferException {
        ModelProto planes = model(named("cifar-ae", 2).graph());
        assertEquals("[batch, 3, height, width]", shape(planes.getGraph().getInput(0)));
        assertEquals("[batch, 3, height, width]", shape(planes.getGraph().getOutput(0)));
        ModelProto volumes = model(named("resblock-ae", 3).graph());
        assertEquals("[batch, 1, depth, height, width]", shape(volumes.getGraph().getInput(0)));
    }

    @Test
    void theOneSizeOfANetworkIsNamed() throws InvalidProtocolBufferException {
        ModelProto digits = model(named("strided-ae", 2).graph());
        assertEquals("[batch, 1, 28, 28]", shape(digits.getGraph().getInput(0)));
    }

    @Test
    void theFileSaysWhatItIs() throws InvalidProtocolBufferException {
        ModelProto model = model(named("pooling-ae", 2).graph());
        assertEquals("Noise2Clean", model.getProducerName());
        assertEquals("1.2.3", model.getProducerVersion());
        assertEquals("a test", model.getDocString());
        assertEquals(17, model.getOpsetImport(0).getVersion());
        assertEquals("input", model.getGraph().getInput(0).getName());
        assertEquals("output", model.getGraph().getOutput(0).getName());
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        Graph graph = named("resblock-vae", 2).graph();
        byte[] first = OnnxModels.write(graph, Modules.random(graph, 1));
        assertArrayEquals(first, OnnxModels.write(graph, Modules.random(graph, 1)));
        assertFalse(Arrays.equals(first, OnnxModels.write(graph, Modules.random(graph, 2))));
    }

    @Test
    void weightsAreRawLittleEndianFloats() throws InvalidProtocolBufferException {
        Graph graph = named("pooling-ae", 2).graph();
        Weights weights = Modules.random(graph, 1);
        ModelProto model = ModelProto.parseFrom(OnnxModels.write(graph, weights));
        for (Parameter parameter : graph.parameters()) {
            TensorProto tensor = tensor(model, parameter.name());
            float[] values = new float[parameter.size()];
            tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            assertArrayEquals(weights.get(parameter.name()), values);
        }
    }

    @Test
    void theVarianceOfTheCodeIsLeftOut() throws InvalidProtocolBufferException {
        Graph graph = named("strided-vae", 2).graph();
        int variance = graph.outputs().get(2);
        List<String> written =
                model(graph).getGraph().getInitializerList().stream()
                        .map(TensorProto::getName)
                        .toList();
        assertFalse(written.contains(graph.nodes().get(variance).parameters().get(0)));
    }

    @Test
    void aNetworkThatGivesTheMeanOfItsCodeOrItsInputIsWrittenToo() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(2);
        Graph same = net.build(x);
        Graph code = net.build(net.sample(net.relu(x), x));
        assertSame(same, Modules.random(same, 1), image(same, 1, 5));
        assertSame(code, Modules.random(code, 1), image(code, 1, 5));
    }

    private static void assertSame(Graph graph, Weights weights, Volume x) {
        float[] expected = Modules.forward(graph, weights, x);
        assertTrue(largest(expected) > 1e-2, "the network says nothing");
        float[] actual = OnnxModels.forward(graph, weights, x);
        assertArrayEquals(expected, actual, 1e-4f * Math.max(1, largest(expected)));
    }

    private static float largest(float[] values) {
        return (float)
                IntStream.range(0, values.length)
                        .mapToDouble(i -> Math.abs(values[i]))
                        .max()
                        .orElseThrow();
    }

    /** Of sizes that are different odd multiples, from this one on, where the network takes any. */
    private static Volume image(Graph graph, int batch, int factor) {
        Footprint footprint = Footprint.of(graph);
        List<Integer> size = new ArrayList<>(footprint.multiple());
        if (!footprint.oneSize())
            for (int axis = 0; axis < size.size(); axis++)
                size.set(axis, size.get(axis) * (factor + 2 * (axis % 2)));
        return Volume.random(batch, graph.inputChannels(), Window3.padded(size, 1), factor);
    }

    private static Architecture named(String name, int dimensions) {
        return Architectures.named(name, InputImages.of(dimensions));
    }

    private static ModelProto model(Graph graph) throws InvalidProtocolBufferException {
        return ModelProto.parseFrom(OnnxModels.write(graph, Modules.random(graph, 1)));
    }

    private static TensorProto tensor(ModelProto model, String name) {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String shape(ValueInfoProto value) {
        return value.getType().getTensorType().getShape().getDimList().stream()
                .map(OnnxTest::text)
                .toList()
                .toString();
    }

    private static String text(Dimension dimension) {
        return dimension.hasDimValue()
                ? Long.toString(dimension.getDimValue())
                : dimension.getDimParam();
    }
}
