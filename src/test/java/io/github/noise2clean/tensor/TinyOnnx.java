package io.github.noise2clean.tensor;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** ONNX models of one operator and a weight, to be changed by tests. */
final class TinyOnnx {

    private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;

    private TinyOnnx() {}

    /** Multiplies planes of one channel by 2. */
    static ModelProto.Builder doubling() {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
        model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17));
        model.getGraphBuilder()
                .setName("tiny")
                .addInput(value("x", FLOAT, 0, 1, 0, 0))
                .addOutput(value("y", FLOAT, 0, 1, 0, 0))
                .addNode(node("Mul", List.of("x", "two"), "y"))
                .addInitializer(number("two", 2));
        return model;
    }

    /** Multiplies by a constant of 2^48 bytes, more than a machine can address. */
    static ModelProto.Builder huge() {
        ModelProto.Builder model = doubling();
        model.getGraphBuilder()
                .setNode(0, node("ConstantOfShape", List.of("size"), "huge"))
                .addNode(node("Mul", List.of("x", "huge"), "y"))
                .addInitializer(
                        TensorProto.newBuilder()
                                .setName("size")
                                .setDataType(TensorProto.DataType.INT64_VALUE)
                                .addDims(4)
                                .addAllInt64Data(List.of(1L << 16, 1L, 1L << 15, 1L << 15)));
        return model;
    }

    static NodeProto.Builder node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
    }

    /** A value whose sizes of 0 are open. */
    static ValueInfoProto.Builder value(String name, int type, long... sizes) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type);
        for (long size : sizes)
            if (size == 0) tensor.getShapeBuilder().addDimBuilder();
            else tensor.getShapeBuilder().addDimBuilder().setDimValue(size);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    static TensorProto.Builder number(String name, float value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(FLOAT)
                .addDims(1)
                .addFloatData(value);
    }

    static AttributeProto.Builder attribute(String name) {
        return AttributeProto.newBuilder().setName(name);
    }
}
