package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.util.Pair;
import java.io.IOException;

/**
 * The learned parameters of a module under their names; its buffers and constants cannot be asked
 * for.
 */
record TorchWeights(ParameterList weights, Device device) {

    /**
     * @throws IOException with a sentence that names a weight that is NaN or infinite
     */
    void requireFinite() throws IOException {
        for (Pair<String, Parameter> weight : weights)
            if (!isFinite(weight.getValue().getArray()))
                throw new IOException(
                        "The network cannot be run: its weights %s hold NaN or infinite values."
                                .formatted(weight.getKey()));
    }

    /** Whole numbers always are. */
    private boolean isFinite(NDArray weight) {
        if (!weight.getDataType().isFloating()) return true;
        try (NDManager scope = Torch.newScope(device)) {
            NDArray copy = weight.toType(DataType.FLOAT32, true);
            copy.attach(scope);
            for (float value : copy.toFloatArray()) if (!Float.isFinite(value)) return false;
            return true;
        }
    }
}
