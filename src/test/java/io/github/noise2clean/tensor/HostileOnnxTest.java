package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ONNX files that nobody should run. */
class HostileOnnxTest {

    private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;

    private final ModelProto.Builder model = TinyOnnx.doubling();
    private final GraphProto.Builder graph = model.getGraphBuilder();

    @Test
    void whatIsNoModelIsRefused() {
        assertRefused("it is no ONNX model", new byte[0]);
        assertRefused(
                "it is damaged, or no ONNX model", "some text".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyCutIsRefused() {
        byte[] whole = model.build().toByteArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> OnnxRuntime.load(cut, "a.onnx").close());
        }
    }

    @Test
    void weightsInAnotherFileAreRefused() {
        String sentence = "its tensor two lies in another file; save it as one file";
        TensorProto.Builder two = graph.getInitializerBuilder(0).clearFloatData();
        two.addExternalData(entry("location", "/etc/hostname"));
        assertRefused(sentence);
        two.setDataLocation(TensorProto.DataLocation.EXTERNAL);
        assertRefused(sentence);
        two.clearExternalData();
        assertRefused(sentence);
    }

    @Test
    void weightsInAnotherFileAreFoundWhereverTheyHide() {
        TensorProto.Builder elsewhere =
                TinyOnnx.number("hidden", 1).setDataLocation(TensorProto.DataLocation.EXTERNAL);
        SparseTensorProto.Builder sparse = SparseTensorProto.newBuilder().setIndices(elsewhere);
        String sentence = "its tensor hidden lies in another file; save it as one file";
        graph.addSparseInitializer(sparse);
        assertRefused(sentence);
        graph.clearSparseInitializer();
        NodeProto.Builder node = graph.getNodeBuilder(0);
        for (var attribute :
                List.of(
                        TinyOnnx.attribute("a").setT(elsewhere),
                        TinyOnnx.attribute("a").addTensors(elsewhere),
                        TinyOnnx.attribute("a").setSparseTensor(sparse),
                        TinyOnnx.attribute("a").addSparseTensors(sparse))) {
            node.clearAttribute().addAttribute(attribute);
            assertRefused(sentence);
        }
    }

    @Test
    void operatorsOfOthersAreRefused() {
        graph.getNodeBuilder(0).setDomain("com.example\n").setOpType("Run".repeat(50));
        assertRefused(
                "its operator RunRunRunRunRunRunRunRunRunRunRunRunRunRunRunRunRunRunRunRun..."
                        + " is none of ONNX, but of com.example ");
        graph.getNodeBuilder(0).clearDomain().setOpType("Mul");
        model.addFunctions(FunctionProto.newBuilder().setName("Mine"));
        assertRefused("it defines its own operator Mine");
    }

    @Test
    void unknownOperatorsAreRefused() {
        graph.getNodeBuilder(0).setOpType("Denoise");
        String message = refusal(model.build().toByteArray());
        assertTrue(message.startsWith("ONNX Runtime cannot load a.onnx: "), message);
        assertTrue(message.contains("Denoise"), message);
    }

    @Test
    void loopsAreRefused() {
        graph.getNodeBuilder(0)
                .setOpType("Loop")
                .addAttribute(TinyOnnx.attribute("body").setG(GraphProto.getDefaultInstance()));
        assertRefused("its operator Loop holds a network of its own");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        graph.setInitializer(0, TinyOnnx.number("two", Float.NaN));
        assertRefused("its tensor two holds NaN");
    }

    @Test
    void weightsThatAreNotThereAreRefused() {
        graph.getInitializerBuilder(0).setDims(0, 1L << 40);
        String message = refusal(model.build().toByteArray());
        assertTrue(message.startsWith("ONNX Runtime cannot load a.onnx: "), message);
    }

    @Test
    void moreThanOneImageIsRefused() {
        graph.addInput(TinyOnnx.value("z", FLOAT, 0, 1, 0, 0));
        assertRefused("it has 2 inputs, not one");
    }

    @Test
    void whatIsNoImageIsRefused() {
        graph.setInput(0, TinyOnnx.value("x", FLOAT, 0));
        graph.setOutput(0, TinyOnnx.value("y", FLOAT, 0));
        assertRefused("its input has 1 axes, not 2 to 5");
    }

    @Test
    void otherTypesAreRefused() {
        int type = TensorProto.DataType.DOUBLE_VALUE;
        graph.setInput(0, TinyOnnx.value("x", type, 0, 1, 0, 0));
        graph.setOutput(0, TinyOnnx.value("y", type, 0, 1, 0, 0));
        graph.setNode(0, TinyOnnx.node("Add", List.of("x", "x"), "y"));
        assertRefused("its input is no array of float32");
    }

    @Test
    void sizesBeyondAllBoundsAreRefused() {
        graph.setInput(0, TinyOnnx.value("x", FLOAT, 1, 1, 1L << 40, 1));
        graph.setOutput(0, TinyOnnx.value("y", FLOAT, 1, 1, 1L << 40, 1));
        assertRefused("its input is of an impossible size");
    }

    @Test
    void aBombOfSmallPartsIsRefused() {
        byte[] nodes = new byte[1 << 22]; // each two bytes an empty node
        for (int i = 0; i < nodes.length; i += 2) nodes[i] = 0x0a;
        byte[] bomb =
                ModelProto.newBuilder()
                        .setUnknownFields(
                                UnknownFieldSet.newBuilder()
                                        .addField(
                                                ModelProto.GRAPH_FIELD_NUMBER,
                                                UnknownFieldSet.Field.newBuilder()
                                                        .addLengthDelimited(
                                                                ByteString.copyFrom(nodes))
                                                        .build())
                                        .build())
                        .build()
                        .toByteArray();
        assertRefused("it has too many parts", bomb);
    }

    private void assertRefused(String reason) {
        assertRefused(reason, model.build().toByteArray());
    }

    private static void assertRefused(String reason, byte[] model) {
        assertEquals("a.onnx cannot be run: " + reason + ".", refusal(model));
    }

    private static String refusal(byte[] model) {
        return assertThrows(IOException.class, () -> OnnxRuntime.load(model, "a.onnx").close())
                .getMessage();
    }

    private static StringStringEntryProto.Builder entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value);
    }
}
