package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.tensor.OnnxModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final String MODEL = "mnist-resblock-vae";
    private static final long[] SHAPE = {1, 1, 16, 8};

    @TempDir private Path folder;

    @Test
    void bothFormatsFoldedOrNotComputeTheSame() throws IOException {
        float[] expected = byPyTorch(exported("torchscript", "a.pt"));
        assertTrue(expected[0] != expected[64], "nothing is denoised");
        assertArrayEquals(expected, byPyTorch(exported("torchscript", "b.pt", "--fold")), 1e-4f);
        assertArrayEquals(expected, byOnnxRuntime(exported("onnx", "c.onnx")), 1e-4f);
        assertArrayEquals(expected, byOnnxRuntime(exported("onnx", "d.onnx", "--fold")), 1e-4f);
    }

    @Test
    void aPackageIsAModelFileToo() throws IOException {
        for (String version : List.of("0.4", "0.5")) {
            Path output = folder.resolve(version + ".zip");
            Run.of(arguments("bioimageio", output, "--rdf", version, "--torchscript-only"));
            assertEquals("resblock-vae", ModelFile.read(output).card().name());
            try (ZipFile zip = new ZipFile(output.toFile())) {
                String rdf =
                        new String(zip.getInputStream(zip.getEntry("rdf.yaml")).readAllBytes());
                assertTrue(rdf.contains("format_version: " + version), rdf);
                assertNull(zip.getEntry("weights.onnx"));
            }
        }
    }

    @Test
    void wrongRequestsAreMistakes() {
        Path output = folder.resolve("x.onnx");
        Run.mistake("choose bioimageio, onnx or torchscript", arguments("keras", output));
        Run.mistake("go with --format bioimageio", arguments("onnx", output, "--rdf", "0.4"));
        Run.mistake("choose 0.5 or 0.4", arguments("bioimageio", output, "--rdf", "0.3"));
        Run.mistake("must end with .pt", arguments("torchscript", output));
        Run.mistake("must end with .onnx", arguments("onnx", folder.resolve("model.zip")));
        Run.mistake("must exist", arguments("onnx", folder.resolve("no/x.onnx")));
        assertFalse(Files.exists(output));
    }

    private byte[] exported(String format, String name, Object... more) throws IOException {
        Path output = folder.resolve(name);
        assertEquals(List.of("saved " + output), Run.of(arguments(format, output, more)).lines());
        return Files.readAllBytes(output);
    }

    private Object[] arguments(String format, Path output, Object... more) {
        Object[] all = new Object[more.length + 6];
        Object[] first = {"export", MODEL, "--format", format, "--output", output};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static float[] byOnnxRuntime(byte[] file) throws IOException {
        try (OnnxModule module = OnnxRuntime.load(file, "exported")) {
            return module.forward(ramp(), SHAPE);
        }
    }

    private static float[] byPyTorch(byte[] file) throws IOException {
        try (TorchModule module = TorchModule.load(file, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            return module.forward(scope.create(ramp(), new Shape(SHAPE))).toFloatArray();
        }
    }

    private static float[] ramp() {
        float[] ramp = new float[128];
        for (int i = 0; i < ramp.length; i++) ramp[i] = i / 128f;
        return ramp;
    }
}
