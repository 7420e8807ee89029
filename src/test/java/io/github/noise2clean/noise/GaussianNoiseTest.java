package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianNoiseTest {

    private static final DataRange RANGE = new DataRange(100, 1100);
    private static final int SIZE = 100_000;

    private static float[] noisy(String model, boolean clip, long seed) {
        float[] pixels = new float[SIZE];
        Arrays.fill(pixels, 150);
        NoiseModel.parse(model, clip).addTo(pixels, RANGE, new SplittableRandom(seed));
        return pixels;
    }

    private static double mean(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) sum += pixel;
        return sum / pixels.length;
    }

    private static double deviation(float[] pixels) {
        double mean = mean(pixels);
        double sum = 0;
        for (float pixel : pixels) sum += (pixel - mean) * (pixel - mean);
        return Math.sqrt(sum / pixels.length);
    }

    @ParameterizedTest
    @CsvSource({"gaussian:25, 25", "gaussian:10%, 100"})
    void theNoiseHasTheLevelAsStandardDeviationAndNoBias(String model, double level) {
        float[] pixels = noisy(model, false, 1);
        assertEquals(level, deviation(pixels), 0.01 * level);
        assertEquals(150, mean(pixels), 0.01 * level);
    }

    @Test
    void theSameSeedGivesTheSameNoise() {
        assertArrayEquals(noisy("gaussian:25", false, 7), noisy("gaussian:25", false, 7));
        assertTrue(!Arrays.equals(noisy("gaussian:25", false, 7), noisy("gaussian:25", false, 8)));
    }

    @Test
    void clippingKeepsTheDataRange() {
        float[] clipped = noisy("gaussian:1000", true, 3);
        Arrays.sort(clipped);
        assertEquals(100, clipped[0]);
        assertEquals(1100, clipped[SIZE - 1]);
        float[] free = noisy("gaussian:1000", false, 3);
        Arrays.sort(free);
        assertTrue(free[0] < -2000 && free[SIZE - 1] > 3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian:25", "gaussian:10%", "gaussian:0.5"})
    void textIsReadAndWrittenAlike(String text) {
        assertEquals(text, NoiseModel.parse(text, true).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gaussian",
                "gaussian:",
                "gaussian:-1",
                "gaussian:0%",
                "gaussian:1e999",
                "gaussian:1%%",
                "gaussian:NaN",
                "poisson:3",
                "gaussian:."
            })
    void otherTextIsRefusedWithASentence(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> NoiseModel.parse(text, false));
        assertTrue(e.getMessage().contains("\"" + text + "\" is not understood"), e.getMessage());
    }
}
