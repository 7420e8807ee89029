package io.github.noise2clean.network;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * Writes a network as an ONNX model of its inference: a latent code is its mean, batch
 * normalisations use their running statistics.
 *
 * <p>The model has one input, {@code input}, and one output, {@code output}, both {@code [batch,
 * channels, height, width]} or {@code [batch, channels, depth, height, width]} of float32. All but
 * the channels are open, unless the network takes images of one size only. The same graph, weights
 * and label give the same bytes.
 */
public final class Onnx {

    static final String INPUT = "input";
    static final String OUTPUT = "output";

    /** The version of the set of operators. */
    public static final int OPERATORS = 17;

    /** The first format that knows these operators. */
    private static final int FORMAT = 8;

    private static final List<String> AXES = List.of("depth", "height", "width");

    private final Graph graph;

    /**
     * What a file says of itself.
     *
     * @param model its name
     * @param programVersion that wrote it
     */
    public record Label(String model, String programVersion) {}

    private Onnx(Graph graph) {
        this.graph = graph;
    }

    public static byte[] write(Graph graph, Weights weights, Label label) {
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("Noise2Clean")
                .setProducerVersion(label.programVersion())
                .setDocString(label.model())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(new Onnx(graph).graph(weights))
                .build()
                .toByteArray();
    }

    private GraphProto.Builder graph(Weights weights) {
        return OnnxNodes.of(graph, weights)
                .setName("net")
                .addInput(value(INPUT, graph.inputChannels()))
                .addOutput(value(OUTPUT, graph.outputChannels()));
    }

    private ValueInfoProto.Builder value(String name, int channels) {
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape(channels));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    private TensorShapeProto.Builder shape(int channels) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("batch");
        shape.addDimBuilder().setDimValue(channels);
        List<String> axes = AXES.subList(AXES.size() - graph.dimensions(), AXES.size());
        if (graph.fixedSize().isEmpty())
            axes.forEach(axis -> shape.addDimBuilder().setDimParam(axis));
        else graph.fixedSize().forEach(size -> shape.addDimBuilder().setDimValue(size));
        return shape;
    }
}
