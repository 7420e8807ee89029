package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.TorchScript;
import io.github.noise2clean.tensor.TorchModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SampledNetworkTest {

    private static final long[] SHAPE = {1, 100, 50};
    private static final OptionalLong MEAN = OptionalLong.empty();

    private final float[] zeros = new float[5000];

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
        try (TorchModule module = variational()) {
            PixelNetwork network =
                    sampleSeed.isPresent()
                            ? new SampledNetwork(module, sampleSeed.getAsLong())
                            : new MeanNetwork(module);
            return new float[][] {network.run(zeros, SHAPE), network.run(zeros, SHAPE)};
        }
    }

    private static TorchModule variational() throws IOException {
        TrainedModel model = TestModels.variational();
        return TorchModule.load(TorchScript.write(model.graph(), model.weights()), Device.cpu());
    }
}
