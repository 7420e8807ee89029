package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraNoiseTest {

    @ParameterizedTest
    @CsvSource({
        "'2,100,5', 100",
        "'2,100,5', 110",
        "'2,100,5', 1100",
        "'0.5,100,3', 140",
        "'0,100,5', 40"
    })
    void meanAndVarianceAreThoseOfTheCamera(String camera, float grey) {
        CameraNoise model = (CameraNoise) NoiseModel.parse("camera:" + camera);
        float[] pixels = Noise.on(grey, model, 1);
        double variance = model.camera().variance(grey);
        assertEquals(grey, Noise.mean(pixels), Noise.errorOfMean(variance));
        assertEquals(variance, Noise.variance(pixels), 0.03 * variance);
    }

    @Test
    void whatIsDarkerThanTheOffsetCountsAsDark() {
        float[] pixels = Noise.on(12, "camera:2,100,2", 1);
        assertEquals(100, Noise.mean(pixels), 0.1);
        assertEquals(4, Noise.variance(pixels), 0.1);
    }

    @Test
    void withoutReadNoiseGreyLevelsAreWholePhotoElectrons() {
        float[] pixels = Noise.on(200, "camera:4,100,0", 1);
        for (float pixel : pixels) assertEquals(0, pixel % 4);
    }
}
