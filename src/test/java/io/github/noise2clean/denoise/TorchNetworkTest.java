package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.Torch;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TorchNetworkTest {

    private static final long[] SHAPE = {1, 100, 50};
    private static final OptionalLong MEAN = OptionalLong.empty();

    private final float[] zeros = new float[5000];

    @Test
    void noNativeArrayIsLeftBehind() throws IOException {
        try (TorchModule module = variational();
                NDManager scope = Torch.newScope(Device.cpu())) {
            new TorchNetwork(module, scope, MEAN).run(zeros, SHAPE);
            new TorchNetwork(module, scope, OptionalLong.of(1)).run(zeros, SHAPE);
            assertEquals(0, scope.getManagedArrays().size());
        }
    }

    @Test
    void theMeanIsTakenUnlessASampleIsAskedFor() throws IOException {
        assertArrayEquals(zeros, outputs(MEAN)[0]);
    }

    @Test
    void aSampleHasTheDeviationOfTheLatentCode() throws IOException {
        float[] sample = outputs(OptionalLong.of(7))[0];
        double squares = 0;
        for (float value : sample) squares += value * value;
        assertEquals(1, squares / sample.length, 0.1);
    }

    @Test
    void theSeedDecidesTheSamples() throws IOException {
        assertArrayEquals(outputs(OptionalLong.of(7)), outputs(OptionalLong.of(7)));
        assertFalse(Arrays.equals(outputs(OptionalLong.of(7))[0], outputs(OptionalLong.of(9))[0]));
    }

    @Test
    void everyWindowHasASampleOfItsOwn() throws IOException {
        float[][] outputs = outputs(OptionalLong.of(7));
        assertFalse(Arrays.equals(outputs[0], outputs[1]));
    }

    /** What a new network makes of two windows of zeros. */
    private float[][] outputs(OptionalLong sampleSeed) throws IOException {
        try (TorchModule module = variational();
                NDManager scope = Torch.newScope(Device.cpu())) {
            TorchNetwork network = new TorchNetwork(module, scope, sampleSeed);
            return new float[][] {network.run(zeros, SHAPE), network.run(zeros, SHAPE)};
        }
    }

    private static TorchModule variational() throws IOException {
        TrainedModel model = TestModels.variational();
        return TorchModule.load(TorchScript.write(model.graph(), model.weights()), Device.cpu());
    }
}
