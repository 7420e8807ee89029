package io.github.noise2clean.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs graphs for tests: written as ONNX and computed by ONNX Runtime. */
final class OnnxModels {

    private static final Onnx.Label LABEL = new Onnx.Label("a test", "1.2.3");

    private OnnxModels() {}

    static byte[] write(Graph graph, Weights weights) {
        return Onnx.write(graph, weights, LABEL);
    }

    static float[] forward(Graph graph, Weights weights, Volume x) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        FloatBuffer values = FloatBuffer.wrap(x.floats());
        try (OrtSession session = environment.createSession(write(graph, weights));
                OnnxTensor input =
                        OnnxTensor.createTensor(environment, values, x.shape(graph.dimensions()));
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer output = ((OnnxTensor) result.get("output").orElseThrow()).getFloatBuffer();
            float[] floats = new float[output.remaining()];
            output.get(floats);
            return floats;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
