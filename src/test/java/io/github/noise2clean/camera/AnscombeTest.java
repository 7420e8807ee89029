package io.github.noise2clean.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.noise.CameraNoise;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnscombeTest {

    private static final int COUNT = 400_000;

    @ParameterizedTest
    @CsvSource({
        "2, 100, 5, 110",
        "2, 100, 5, 200",
        "2, 100, 5, 5000",
        "0.5, 10, 0, 12",
        "0.5, 10, 0, 30",
        "10, 0, 4, 50",
        "10, 0, 4, 1000",
        "0, 100, 5, 300"
    })
    void theNoiseHasTheDeviationOne(double gain, double offset, double readNoise, double mean) {
        Camera camera = new Camera(gain, offset, readNoise);
        assertEquals(1, deviation(stabilized(camera, mean)), 0.04);
    }

    @ParameterizedTest
    @CsvSource({"2, 100, 5, 100", "10, 0, 10, 0", "10, 0, 40, 0"})
    void theNoiseOfDarknessIsNearlyAsStrong(
            double gain, double offset, double readNoise, double mean) {
        Camera camera = new Camera(gain, offset, readNoise);
        assertEquals(1, deviation(stabilized(camera, mean)), 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100, 5, 105",
        "2, 100, 5, 110",
        "2, 100, 5, 200",
        "2, 100, 5, 5000",
        "0.5, 10, 0, 11",
        "0.5, 10, 0, 13",
        "10, 0, 4, 20",
        "10, 0, 4, 50",
        "10, 0, 4, 1000",
        "0, 100, 5, 300"
    })
    void theMeanOfStabilizedValuesIsRestoredToTheMean(
            double gain, double offset, double readNoise, double mean) {
        Camera camera = new Camera(gain, offset, readNoise);
        double chance = 4 * Math.sqrt(camera.variance(mean) / COUNT);
        assertEquals(mean, restored(camera, mean), 0.01 * (mean - offset) + chance);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100, 5, 100",
        "2, 100, 5, 101",
        "0.5, 10, 0, 10",
        "0.5, 10, 0, 10.2",
        "10, 0, 4, 0",
        "10, 0, 4, 5",
        "10, 0, 10, 10"
    })
    void lessThanAPhotoElectronIsRestoredToAFewHundredthsOfOne(
            double gain, double offset, double readNoise, double mean) {
        Camera camera = new Camera(gain, offset, readNoise);
        assertEquals(mean, restored(camera, mean), 0.05 * gain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,100,5", "0.5,10,0", "10,0,4", "0,100,5", "1e-9,100,5"})
    void aMeanSurvivesTheWayThereAndBack(String text) {
        Camera camera = Camera.parse(text);
        Anscombe transform = new Anscombe(camera);
        for (double above : new double[] {-20, -1, 0, 0.01, 0.3, 1, 7, 100, 60000}) {
            double mean = camera.offset() + above;
            double restored = transform.restoreMean(transform.stabilizedMean(mean));
            assertEquals(mean, restored, 1e-6 * Math.max(1, Math.abs(mean)));
        }
    }

    @Test
    void aSmallGainIsNextToGaussianNoise() {
        Anscombe small = new Anscombe(new Camera(1e-9, 100, 5));
        Anscombe none = new Anscombe(new Camera(0, 100, 5));
        assertEquals(8, none.stabilize(140), 1e-12);
        assertEquals(140, none.restoreMean(8), 1e-12);
        assertEquals(8, small.stabilize(140), 1e-6);
        assertEquals(140, small.restoreMean(8), 1e-6);
        assertEquals(8, small.stabilizedMean(140), 1e-6);
    }

    @Test
    void greyLevelsNeverComeOutInAnotherOrder() {
        Anscombe transform = new Anscombe(new Camera(2, 100, 1));
        double stabilized = transform.stabilize(79);
        double restored = transform.restoreMean(-20.1);
        for (double x = 80; x < 300; x++) {
            assertEquals(1, Math.signum(transform.stabilize(x) - stabilized + 1e-9));
            stabilized = transform.stabilize(x);
        }
        for (double x = -20; x < 30; x += 0.1) {
            assertEquals(1, Math.signum(transform.restoreMean(x) - restored));
            restored = transform.restoreMean(x);
        }
    }

    private static double restored(Camera camera, double mean) {
        return new Anscombe(camera).restoreMean(mean(stabilized(camera, mean)));
    }

    private static double[] stabilized(Camera camera, double mean) {
        float[] pixels = new float[COUNT];
        Arrays.fill(pixels, (float) mean);
        new CameraNoise(camera).addTo(pixels, new DataRange(0, 0), new SplittableRandom(1));
        Anscombe transform = new Anscombe(camera);
        double[] stabilized = new double[COUNT];
        Arrays.setAll(stabilized, i -> transform.stabilize(pixels[i]));
        return stabilized;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
