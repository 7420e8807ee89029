package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.image.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Modules that Python wrote. */
class ForeignModuleTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "models", "dncnn25");

    @Test
    void dnCnnComputesWhatItComputedInPython() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "The foreign model " + FOLDER + " is not here.");
        byte[] archive = Files.readAllBytes(FOLDER.resolve("dncnn_25.torchscript.pt"));
        NpyFile input = read("test_input.npy");
        NpyFile output = read("test_output.npy");
        try (TorchModule module = TorchModule.load(archive, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray x = scope.create(input.values(), new Shape(input.shape()));
            assertArrayEquals(output.values(), module.forward(x).toFloatArray(), 1e-4f);
        }
    }

    private static NpyFile read(String name) throws IOException {
        return NpyFile.read(Files.readAllBytes(FOLDER.resolve(name)), name);
    }
}
