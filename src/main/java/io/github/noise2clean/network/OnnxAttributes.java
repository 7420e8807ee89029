package io.github.noise2clean.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Named settings of ONNX operators. */
final class OnnxAttributes {

    private OnnxAttributes() {}

    /** Kernel, stride and padding, which ONNX counts before and behind each axis; to add to. */
    static List<AttributeProto> of(Window window) {
        List<Integer> padding = window.padding();
        return new ArrayList<>(
                List.of(
                        of("kernel_shape", window.kernel()),
                        of("strides", window.stride()),
                        of("pads", Stream.of(padding, padding).flatMap(List::stream).toList())));
    }

    static AttributeProto of(String name, List<Integer> values) {
        return named(name, AttributeType.INTS)
                .addAllInts(values.stream().map(Integer::longValue).toList())
                .build();
    }

    static AttributeProto of(String name, int value) {
        return named(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto of(String name, float value) {
        return named(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto of(String name, String value) {
        return named(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
    }

    private static AttributeProto.Builder named(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
