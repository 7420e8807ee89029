package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.PrecisionChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworksTest {

    private static final long[] SHAPE = {1, 16, 16};

    private final List<String> notes = new ArrayList<>();

    @Test
    void aModelInFloat16MakesNearlyTheSame() throws IOException {
        TrainedModel model = model();
        try (Networks networks =
                new Networks(model.load(DeviceChoice.CPU), model.loadHalved(DeviceChoice.CPU))) {
            PixelNetwork plain = networks.plain(8, notes::add);
            float[] window = window();
            float[] halved = plain.run(window, SHAPE);
            float[] exact = new MeanNetwork(networks.whole()).run(window, SHAPE);
            assertFalse(Arrays.equals(exact, halved));
            assertEquals("cpu (float16)", networks.deviceName(plain));
        }
    }

    @Test
    void fewWindowsAreShownToFloat32Alone() throws IOException {
        TrainedModel model = model();
        try (Networks networks =
                new Networks(model.load(DeviceChoice.CPU), model.loadHalved(DeviceChoice.CPU))) {
            PixelNetwork plain = networks.plain(7, notes::add);
            plain.run(window(), SHAPE);
            assertEquals("cpu", networks.deviceName(plain));
            assertEquals(List.of(), notes);
        }
    }

    @Test
    void onAProcessorFloat32IsTakenAlone() throws IOException {
        TrainedModel model = model();
        DenoisingSettings settings =
                new DenoisingSettings(DeviceChoice.CPU, 0, false, Estimate.PLAIN)
                        .in(PrecisionChoice.AUTO);
        try (Networks networks = Networks.of(model, settings, model.load(DeviceChoice.CPU))) {
            assertEquals(Optional.empty(), networks.halved());
        }
    }

    private static TrainedModel model() {
        return TestModels.random(InputImages.planes(), new Normalization.Fixed(0, 1));
    }

    private static float[] window() {
        float[] window = new float[16 * 16];
        Random random = new Random(3);
        for (int i = 0; i < window.length; i++) window[i] = random.nextFloat();
        return window;
    }
}
