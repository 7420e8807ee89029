package io.github.noise2clean.tensor;

import java.io.IOException;

/**
 * The one door to ONNX Runtime, which only ONNX networks of others need, and which may be missing:
 * its natives are as large as PyTorch's, and our own networks run without it.
 */
public final class OnnxRuntime {

    private static final String CLASS_FILE = "ai/onnxruntime/OrtEnvironment.class";

    private OnnxRuntime() {}

    /**
     * A network to run on the CPU. A file that is not self-contained is refused before any native
     * code sees it.
     *
     * @param name of the file, for messages
     * @throws IOException with a sentence, if the file is damaged or cannot be run, or if ONNX
     *     Runtime is missing or does not run on this machine
     */
    public static OnnxModule load(byte[] model, String name) throws IOException {
        byte[] checked = OnnxCheck.checked(model, name);
        try {
            return OnnxModule.load(checked, name);
        } catch (LinkageError e) {
            throw new IOException(isInstalled() ? unfit(e) : absent(name), e);
        }
    }

    private static boolean isInstalled() {
        return OnnxRuntime.class.getClassLoader().getResource(CLASS_FILE) != null;
    }

    private static String absent(String name) {
        return "To run the ONNX network %s, put the jar of com.microsoft.onnxruntime:onnxruntime from Maven Central into Fiji's folder jars and start Fiji again."
                .formatted(name);
    }

    private static String unfit(LinkageError e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return "ONNX Runtime does not run on this machine: " + NativeErrors.firstLine(cause) + ".";
    }
}
