package io.github.noise2clean.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The operators of a network in ONNX, one for each layer that its first output depends on, and the
 * tensors they read.
 *
 * <p>Weights are named as the graph names its parameters; values {@code V} and the node's number,
 * and constants after the value they serve, as no parameter can be named.
 */
final class OnnxNodes {

    /** An input that is left out but has others behind it. */
    private static final String NONE = "";

    private final Graph graph;
    private final String[] names;
    private final Set<String> parameters = new LinkedHashSet<>();
    private final GraphProto.Builder made = GraphProto.newBuilder();

    private OnnxNodes(Graph graph) {
        this.graph = graph;
        this.names = new String[graph.nodes().size()];
    }

    /** Nodes and initializers, without name, input and output. */
    static GraphProto.Builder of(Graph graph, Weights weights) {
        return new OnnxNodes(graph).with(weights);
    }

    private GraphProto.Builder with(Weights weights) {
        needed().stream().forEach(i -> names[i] = graph.nodes().get(i).layer().accept(writer(i)));
        String output = names[graph.outputs().get(0)];
        if (!output.equals(Onnx.OUTPUT)) add("Identity", Onnx.OUTPUT, List.of(output), List.of());
        graph.parameters().stream()
                .filter(parameter -> parameters.contains(parameter.name()))
                .forEach(parameter -> made.addInitializer(tensor(parameter, weights)));
        return made;
    }

    /** The nodes that the first output depends on. */
    private BitSet needed() {
        BitSet needed = new BitSet();
        needed.set(graph.outputs().get(0));
        for (int i = graph.nodes().size() - 1; i >= 0; i--)
            if (needed.get(i)) read(graph.nodes().get(i)).forEach(needed::set);
        return needed;
    }

    /** What a node reads in inference: of a latent code, the mean alone. */
    private static List<Integer> read(Node node) {
        return node.layer() instanceof Layer.Sample ? node.inputs().subList(0, 1) : node.inputs();
    }

    private Writer writer(int index) {
        Node node = graph.nodes().get(index);
        List<String> x = read(node).stream().map(i -> names[i]).toList();
        return new Writer(name(index), x, node.parameters());
    }

    private String name(int index) {
        return index == graph.outputs().get(0) ? Onnx.OUTPUT : "V" + index;
    }

    private void add(
            String operator, String value, List<String> inputs, List<AttributeProto> attributes) {
        made.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .setName(value)
                        .addAllInput(inputs)
                        .addOutput(value)
                        .addAllAttribute(attributes));
    }

    private static TensorProto.Builder tensor(Parameter parameter, Weights weights) {
        return TensorProto.newBuilder()
                .setName(parameter.name())
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(parameter.shape().stream().map(Integer::longValue).toList())
                .setRawData(ByteString.copyFrom(weights.bytes(parameter.name())));
    }

    /** Writes one layer and tells the name of its value. */
    private final class Writer implements LayerVisitor<String> {

        private final String value;
        private final List<String> x;
        private final List<String> w;

        Writer(String value, List<String> x, List<String> w) {
            this.value = value;
            this.x = x;
            this.w = w;
            parameters.addAll(w);
        }

        @Override
        public String input(Layer.Input layer) {
            return Onnx.INPUT;
        }

        @Override
        public String conv(Layer.Conv layer) {
            return operator("Conv", withParameters(), OnnxAttributes.of(layer.window()));
        }

        @Override
        public String transposedConv(Layer.TransposedConv layer) {
            List<AttributeProto> attributes = OnnxAttributes.of(layer.window());
            attributes.add(OnnxAttributes.of("output_padding", layer.outputPadding()));
            return operator("ConvTranspose", withParameters(), attributes);
        }

        @Override
        public String batchNorm(Layer.BatchNorm layer) {
            var epsilon = OnnxAttributes.of("epsilon", (float) layer.epsilon());
            return operator("BatchNormalization", withParameters(), List.of(epsilon));
        }

        @Override
        public String relu(Layer.Relu layer) {
            return operator("Relu", x, List.of());
        }

        @Override
        public String sigmoid(Layer.Sigmoid layer) {
            return operator("Sigmoid", x, List.of());
        }

        @Override
        public String maxPool(Layer.MaxPool layer) {
            return operator("MaxPool", x, OnnxAttributes.of(layer.window()));
        }

        @Override
        public String averagePool(Layer.AveragePool layer) {
            List<AttributeProto> attributes = OnnxAttributes.of(layer.window());
            attributes.add(OnnxAttributes.of("count_include_pad", 1));
            return operator("AveragePool", x, attributes);
        }

        @Override
        public String upsample(Layer.Upsample layer) {
            List<Float> scales = new ArrayList<>(List.of(1f, 1f));
            layer.factor().forEach(factor -> scales.add(factor.floatValue()));
            String factors = tensor("scales");
            made.addInitializerBuilder()
                    .setName(factors)
                    .setDataType(TensorProto.DataType.FLOAT_VALUE)
                    .addDims(scales.size())
                    .addAllFloatData(scales);
            return operator(
                    "Resize",
                    List.of(x.get(0), NONE, factors),
                    List.of(
                            OnnxAttributes.of("mode", "nearest"),
                            OnnxAttributes.of("coordinate_transformation_mode", "asymmetric"),
                            OnnxAttributes.of("nearest_mode", "floor")));
        }

        @Override
        public String add(Layer.Add layer) {
            return operator("Add", x, List.of());
        }

        @Override
        public String concat(Layer.Concat layer) {
            return operator("Concat", x, List.of(OnnxAttributes.of("axis", 1)));
        }

        @Override
        public String narrow(Layer.Narrow layer) {
            String first = integers("first", layer.first());
            String end = integers("end", layer.first() + layer.channels());
            String axis = integers("axis", 1);
            return operator("Slice", List.of(x.get(0), first, end, axis), List.of());
        }

        @Override
        public String linear(Layer.Linear layer) {
            return operator("Gemm", withParameters(), List.of(OnnxAttributes.of("transB", 1)));
        }

        @Override
        public String reshape(Layer.Reshape layer) {
            LongStream size = layer.shape().size().stream().mapToLong(Integer::longValue);
            LongStream batchAndChannels = LongStream.of(-1, layer.shape().channels());
            String shape = integers("shape", LongStream.concat(batchAndChannels, size).toArray());
            return operator("Reshape", List.of(x.get(0), shape), List.of());
        }

        @Override
        public String sample(Layer.Sample layer) {
            return x.get(0);
        }

        private List<String> withParameters() {
            return Stream.concat(x.stream(), w.stream()).toList();
        }

        private String operator(String type, List<String> inputs, List<AttributeProto> attributes) {
            OnnxNodes.this.add(type, value, inputs, attributes);
            return value;
        }

        private String integers(String purpose, long... values) {
            String name = tensor(purpose);
            made.addInitializerBuilder()
                    .setName(name)
                    .setDataType(TensorProto.DataType.INT64_VALUE)
                    .addDims(values.length)
                    .addAllInt64Data(LongStream.of(values).boxed().toList());
            return name;
        }

        private String tensor(String purpose) {
            return value + "." + purpose;
        }
    }
}
