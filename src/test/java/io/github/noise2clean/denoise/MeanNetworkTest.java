package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.Device;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Onnx;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.OnnxModule;
import io.github.noise2clean.tensor.OnnxRuntime;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanNetworkTest {

    private static final long[] SHAPE = {1, 12, 8};

    @Test
    void windowsAreDenoisedAsByTheSameNetworkInPyTorch() throws IOException {
        TrainedModel model = TestModels.random(InputImages.planes(), new Normalization.Fixed(0, 1));
        float[] window = new float[12 * 8];
        Random random = new Random(1);
        for (int i = 0; i < window.length; i++) window[i] = (float) random.nextGaussian();
        assertArrayEquals(byPyTorch(model, window), byOnnxRuntime(model, window), 1e-5f);
    }

    private static float[] byOnnxRuntime(TrainedModel model, float[] window) throws IOException {
        Onnx.Label label = new Onnx.Label("test", "1");
        byte[] file = Onnx.write(model.graph(), model.weights(), label);
        try (OnnxModule module = OnnxRuntime.load(file, "test.onnx")) {
            return new MeanNetwork(module).run(window, SHAPE);
        }
    }

    private static float[] byPyTorch(TrainedModel model, float[] window) throws IOException {
        byte[] archive = TorchScript.write(model.graph(), model.weights());
        try (TorchModule module = TorchModule.load(archive, Device.cpu())) {
            return new MeanNetwork(module).run(window, SHAPE);
        }
    }
}
