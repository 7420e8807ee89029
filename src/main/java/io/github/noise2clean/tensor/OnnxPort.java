package io.github.noise2clean.tensor;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * What an ONNX network takes or gives: float32 images, whose axes it does not name.
 *
 * @param shape the sizes; empty for one that is open
 */
public record OnnxPort(String name, List<OptionalInt> shape) {

    private static final int LEAST_AXES = 2;
    private static final int MOST_AXES = 5;

    public OnnxPort {
        shape = List.copyOf(shape);
    }

    /**
     * The only port there is.
     *
     * @param what it is, for messages
     * @throws IOException with the reason, if there is another number of ports or this is no image
     */
    static OnnxPort only(Collection<NodeInfo> ports, String what) throws IOException {
        if (ports.size() != 1)
            throw new IOException("it has %d %ss, not one".formatted(ports.size(), what));
        NodeInfo port = ports.iterator().next();
        return new OnnxPort(port.getName(), shape(port.getInfo(), what));
    }

    private static List<OptionalInt> shape(ValueInfo info, String what) throws IOException {
        if (!(info instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT)
            throw new IOException("its %s is no array of float32".formatted(what));
        long[] shape = tensor.getShape();
        if (shape.length < LEAST_AXES || shape.length > MOST_AXES)
            throw new IOException("its %s has %d axes, not 2 to 5".formatted(what, shape.length));
        if (LongStream.of(shape).anyMatch(n -> n == 0 || n > Integer.MAX_VALUE))
            throw new IOException("its %s is of an impossible size".formatted(what));
        return LongStream.of(shape)
                .mapToObj(n -> n < 0 ? OptionalInt.empty() : OptionalInt.of((int) n))
                .toList();
    }
}
