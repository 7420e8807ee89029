package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnnxRuntimeTest {

    @Test
    void itsAbsenceIsToldWithWhatToDo() throws IOException, ReflectiveOperationException {
        try (URLClassLoader without = withoutOnnxRuntime()) {
            Method load =
                    without.loadClass(OnnxRuntime.class.getName())
                            .getMethod("load", byte[].class, String.class);
            byte[] model = TinyOnnx.doubling().build().toByteArray();
            InvocationTargetException refusal =
                    assertThrows(
                            InvocationTargetException.class,
                            () -> load.invoke(null, model, "tiny.onnx"));
            IOException reason = assertInstanceOf(IOException.class, refusal.getCause());
            assertEquals(
                    "To run the ONNX network tiny.onnx, put the jar of"
                            + " com.microsoft.onnxruntime:onnxruntime from Maven Central into"
                            + " Fiji's folder jars and start Fiji again.",
                    reason.getMessage());
        }
    }

    private static URLClassLoader withoutOnnxRuntime() {
        URL[] jars =
                Stream.of(OnnxRuntime.class, ModelProto.class, ByteString.class)
                        .map(c -> c.getProtectionDomain().getCodeSource().getLocation())
                        .toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }
}
