package io.github.noise2clean.tensor;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** An ONNX network on the CPU, with one image as its input and one as its output. */
public final class OnnxModule implements ImageModule {

    /** Constants that a network computes of others, instead of holding them: no large ones. */
    private static final long MOST_CONSTANT_BYTES = 1L << 20;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OnnxPort input;
    private final OnnxPort output;

    private OnnxModule(OrtEnvironment environment, OrtSession session)
            throws OrtException, IOException {
        this.environment = environment;
        this.session = session;
        this.input = OnnxPort.only(session.getInputInfo().values(), "input");
        this.output = OnnxPort.only(session.getOutputInfo().values(), "output");
    }

    /**
     * @param model which {@link OnnxCheck} has seen
     */
    static OnnxModule load(byte[] model, String name) throws IOException {
        try (OrtSession.SessionOptions options = options()) {
            OrtEnvironment environment = environment();
            return open(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new IOException(
                    "ONNX Runtime cannot load %s: %s".formatted(name, NativeErrors.firstLine(e)),
                    e);
        } catch (IOException e) {
            throw new IOException("%s cannot be run: %s.".formatted(name, e.getMessage()), e);
        }
    }

    public OnnxPort input() {
        return input;
    }

    public OnnxPort output() {
        return output;
    }

    @Override
    public String deviceName() {
        return "cpu";
    }

    @Override
    public float[] forward(float[] x, long[] shape) {
        try (OnnxTensor images = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
                OrtSession.Result result = session.run(Map.of(input.name(), images))) {
            FloatBuffer made = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[made.remaining()];
            made.get(values);
            return values;
        } catch (OrtException e) {
            throw NativeErrors.refusal(e, shape);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("closed before", e);
        }
        NativeHeap.giveBack();
    }

    private static OnnxModule open(OrtEnvironment environment, OrtSession session)
            throws OrtException, IOException {
        try {
            return new OnnxModule(environment, session);
        } catch (OrtException | IOException e) {
            session.close();
            throw e;
        }
    }

    /** Silent: it neither prints nor tells its maker of its use. */
    private static OrtEnvironment environment() throws OrtException {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        environment.setTelemetry(false);
        return environment;
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setCPUArenaAllocator(false); // it would keep the memory of the largest window
        options.addConfigEntry("session.load_model_format", "ONNX");
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry(
                "optimization.constant_folding_max_output_size_in_bytes",
                Long.toString(MOST_CONSTANT_BYTES));
        return options;
    }
}
