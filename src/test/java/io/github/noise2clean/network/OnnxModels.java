package io.github.noise2clean.network;

import io.github.noise2clean.tensor.OnnxModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs graphs for tests: written as ONNX and computed by ONNX Runtime. */
final class OnnxModels {

    private static final Onnx.Label LABEL = new Onnx.Label("a test", "1.2.3");

    private OnnxModels() {}

    static byte[] write(Graph graph, Weights weights) {
        return Onnx.write(graph, weights, LABEL);
    }

    static float[] forward(Graph graph, Weights weights, Volume x) {
        try (OnnxModule module = OnnxRuntime.load(write(graph, weights), "test.onnx")) {
            return module.forward(x.floats(), x.shape(graph.dimensions()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
