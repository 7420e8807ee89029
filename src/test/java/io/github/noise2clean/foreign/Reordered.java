package io.github.noise2clean.foreign;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.noise2clean.network.StoredEntries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Networks with their axes in another order, made of ours by operators around them.
 *
 * @param ours bcyx or bczyx
 * @param theirs some of these
 */
record Reordered(String ours, String theirs) {

    byte[] onnx(byte[] network) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(network).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        String input = graph.getInput(0).getName();
        String output = graph.getOutput(0).getName();
        List<NodeProto> nodes = graph.getNodeList();
        graph.clearNode()
                .addNode(lacking("Unsqueeze", "given", "wide"))
                .addNode(transpose("wide", input, order(whole(), ours)))
                .addAllNode(nodes)
                .addNode(transpose(output, "narrow", order(ours, whole())))
                .addNode(lacking("Squeeze", "narrow", "made"))
                .addInitializer(lacking())
                .setInput(0, value("given"))
                .setOutput(0, value("made"));
        return model.build().toByteArray();
    }

    /** Only of an order that lacks nothing. */
    byte[] torchScript(byte[] network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(network));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                boolean code = entry.getName().endsWith("__torch__.py");
                StoredEntries.add(to, entry.getName(), code ? reordered(content) : content);
            }
        }
        return bytes.toByteArray();
    }

    private byte[] reordered(byte[] code) {
        String before = "    x = torch.permute(x, " + order(theirs, ours) + ")\n";
        return new String(code, StandardCharsets.UTF_8)
                .replaceFirst("(?<=-> Tensor:\\n)", before)
                .replaceFirst(
                        "return (.*)\\n", "return torch.permute($1, " + order(ours, theirs) + ")\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** With the axes that are lacking, first. */
    private String whole() {
        return ours.replaceAll("[" + theirs + "]", "") + theirs;
    }

    private static List<Long> order(String from, String to) {
        return to.chars().mapToObj(axis -> (long) from.indexOf(axis)).toList();
    }

    private TensorProto lacking() {
        int count = ours.length() - theirs.length();
        return TensorProto.newBuilder()
                .setName("lacking")
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(count)
                .addAllInt64Data(LongStream.range(0, count).boxed().toList())
                .build();
    }

    private static NodeProto lacking(String operator, String from, String to) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addInput(from)
                .addInput("lacking")
                .addOutput(to)
                .build();
    }

    private static NodeProto transpose(String from, String to, List<Long> order) {
        AttributeProto.Builder axes =
                AttributeProto.newBuilder()
                        .setName("perm")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addAllInts(order);
        return NodeProto.newBuilder()
                .setOpType("Transpose")
                .addInput(from)
                .addOutput(to)
                .addAttribute(axes)
                .build();
    }

    private ValueInfoProto value(String name) {
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
        IntStream.range(0, theirs.length())
                .forEach(axis -> tensor.getShapeBuilder().addDimBuilder());
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
