package io.github.noise2clean.tensor;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes sure that an ONNX model of somebody else is self-contained and plain, before native code
 * sees it: it names no other files, has standard operators only, no loops, and no weight is NaN.
 */
final class OnnxCheck {

    private static final int MOST_BYTES = 1 << 30;
    private static final int MOST_NODES = 20_000;
    private static final int LONGEST_NAME = 60;

    /** The standard operators. */
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx");

    private OnnxCheck() {}

    /**
     * The model written anew from what was checked: nothing else reaches the runtime.
     *
     * @param name of the file, for messages
     * @throws IOException with a sentence
     */
    static byte[] checked(byte[] model, String name) throws IOException {
        try {
            if (model.length > MOST_BYTES) throw new IOException("it is too large");
            ModelProto parsed = parsed(model);
            check(parsed);
            return parsed.toByteArray();
        } catch (IOException e) {
            throw new IOException("%s cannot be run: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private static ModelProto parsed(byte[] model) throws IOException {
        try {
            new OnnxFields(model).require(ModelProto.getDescriptor());
            return DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("it is damaged, or no ONNX model", e);
        }
    }

    private static void check(ModelProto model) throws IOException {
        if (!model.hasGraph()) throw new IOException("it is no ONNX model");
        if (model.getFunctionsCount() > 0)
            throw new IOException(
                    "it defines its own operator " + shown(model.getFunctions(0).getName()));
        GraphProto graph = model.getGraph();
        if (graph.getNodeCount() > MOST_NODES)
            throw new IOException("it has %d operators".formatted(graph.getNodeCount()));
        for (NodeProto node : graph.getNodeList()) checkOperator(node);
        for (TensorProto tensor : tensors(graph).toList()) checkTensor(tensor);
    }

    private static void checkOperator(NodeProto node) throws IOException {
        if (!DOMAINS.contains(node.getDomain()))
            throw new IOException(
                    "its operator %s is none of ONNX, but of %s"
                            .formatted(shown(node.getOpType()), shown(node.getDomain())));
        if (node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0))
            throw new IOException(
                    "its operator %s holds a network of its own"
                            .formatted(shown(node.getOpType())));
    }

    private static void checkTensor(TensorProto tensor) throws IOException {
        boolean elsewhere = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
        if (elsewhere || tensor.getExternalDataCount() > 0)
            throw new IOException(
                    "its tensor %s lies in another file; save it as one file"
                            .formatted(shown(tensor.getName())));
        if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE && holdsNaN(tensor))
            throw new IOException("its tensor %s holds NaN".formatted(shown(tensor.getName())));
    }

    private static boolean holdsNaN(TensorProto tensor) {
        FloatBuffer raw =
                tensor.getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        while (raw.hasRemaining()) if (Float.isNaN(raw.get())) return true;
        return tensor.getFloatDataList().stream().anyMatch(value -> value.isNaN());
    }

    /** All numbers in a graph. */
    private static Stream<TensorProto> tensors(GraphProto graph) {
        Stream<AttributeProto> attributes =
                graph.getNodeList().stream().flatMap(node -> node.getAttributeList().stream());
        return Stream.of(
                        graph.getInitializerList().stream(),
                        graph.getSparseInitializerList().stream().flatMap(OnnxCheck::tensors),
                        attributes.flatMap(OnnxCheck::tensors))
                .flatMap(tensors -> tensors);
    }

    private static Stream<TensorProto> tensors(AttributeProto attribute) {
        Stream<SparseTensorProto> sparse =
                Stream.concat(
                        Stream.of(attribute.getSparseTensor()),
                        attribute.getSparseTensorsList().stream());
        List<TensorProto> one = attribute.hasT() ? List.of(attribute.getT()) : List.of();
        return Stream.of(
                        one.stream(),
                        attribute.getTensorsList().stream(),
                        sparse.flatMap(OnnxCheck::tensors))
                .flatMap(tensors -> tensors);
    }

    private static Stream<TensorProto> tensors(SparseTensorProto sparse) {
        return Stream.of(sparse.getValues(), sparse.getIndices());
    }

    /** A name may be anything. */
    private static String shown(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "...";
    }
}
