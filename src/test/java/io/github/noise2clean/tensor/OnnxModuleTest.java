package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.image.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OnnxModuleTest {

    private static final Path MODELS = Path.of("..", "shared", "data", "models");

    private static final OptionalInt OPEN = OptionalInt.empty();
    private static final OptionalInt ONE = OptionalInt.of(1);

    @Test
    void dnCnnComputesWhatItComputedInPython() throws IOException {
        NpyFile input = array("dncnn25/test_input.npy");
        NpyFile output = array("dncnn25/test_output.npy");
        try (OnnxModule module = module("dncnn25/dncnn_25.onnx")) {
            float[] made = module.forward(input.values(), input.shape());
            assertArrayEquals(output.values(), made, 1e-4f);
        }
    }

    @Test
    void portsAreThoseOfTheFile() throws IOException {
        try (OnnxModule module = module("bioimageio_unet2d_nuclei_broad/weights.onnx")) {
            OptionalInt side = OptionalInt.of(512);
            assertEquals(List.of(ONE, ONE, side, side), module.input().shape());
        }
    }

    @Test
    void batchesOfSeveralSizesAreTaken() throws IOException {
        try (OnnxModule module = load(TinyOnnx.doubling().build().toByteArray())) {
            assertEquals(new OnnxPort("x", List.of(OPEN, ONE, OPEN, OPEN)), module.input());
            assertEquals(new OnnxPort("y", List.of(OPEN, ONE, OPEN, OPEN)), module.output());
            assertArrayEquals(
                    new float[] {2, 4, 6},
                    module.forward(new float[] {1, 2, 3}, new long[] {1, 1, 1, 3}));
            assertArrayEquals(
                    new float[] {2, 4},
                    module.forward(new float[] {1, 2}, new long[] {2, 1, 1, 1}));
        }
    }

    @Test
    void imagesThatItDoesNotTakeAreRefused() throws IOException {
        try (OnnxModule module = load(TinyOnnx.doubling().build().toByteArray())) {
            String message =
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> module.forward(new float[4], new long[] {1, 4, 1, 1}))
                            .getMessage();
            assertTrue(
                    message.startsWith(
                            "The network cannot take images of the shape [1, 4, 1, 1]: "),
                    message);
        }
    }

    @Test
    void hugeConstantsAreComputedWhenRunAndTheirWantOfMemoryIsToldByItsType() throws IOException {
        try (OnnxModule module = load(TinyOnnx.huge().build().toByteArray())) {
            assertThrows(
                    DeviceMemoryException.class,
                    () -> module.forward(new float[1], new long[] {1, 1, 1, 1}));
        }
    }

    @Test
    void aClosedModuleComputesNothing() throws IOException {
        OnnxModule module = load(TinyOnnx.doubling().build().toByteArray());
        module.close();
        assertThrows(
                IllegalStateException.class,
                () -> module.forward(new float[1], new long[] {1, 1, 1, 1}));
    }

    private static OnnxModule load(byte[] model) throws IOException {
        return OnnxRuntime.load(model, "tiny.onnx");
    }

    private static OnnxModule module(String path) throws IOException {
        return OnnxRuntime.load(bytes(path), path);
    }

    private static NpyFile array(String path) throws IOException {
        return NpyFile.read(bytes(path), path);
    }

    private static byte[] bytes(String path) throws IOException {
        Path file = MODELS.resolve(path);
        assumeTrue(Files.isRegularFile(file), "The foreign file " + file + " is not here.");
        return Files.readAllBytes(file);
    }
}
