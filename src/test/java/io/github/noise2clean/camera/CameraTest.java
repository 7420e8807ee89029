package io.github.noise2clean.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraTest {

    @Test
    void theVarianceGrowsWithTheLightAboveThatOfReadNoise() {
        Camera camera = new Camera(2, 100, 5);
        assertEquals(25, camera.variance(100));
        assertEquals(225, camera.variance(200));
        assertEquals(25, camera.variance(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,100,5", "0.25,-3.5,0", "0,0,1e-7", "1.0E-7,1.5E+20,0"})
    void textIsReadAndWrittenAlike(String text) {
        Camera camera = Camera.parse(text);
        assertEquals(camera, Camera.parse(camera.toString()));
    }

    @Test
    void plainNumbersAreWrittenPlainly() {
        assertEquals("200,0.25,10", new Camera(200, 0.25, 10).toString());
        assertEquals("2.123,1234,0.05679", new Camera(2.12345, 1234.4, 0.056789).rounded() + "");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 5", "1, 0, -5", "0, 0, 0", "NaN, 0, 5", "1, Infinity, 5", "1, 0, NaN"})
    void impossibleCamerasAreRefused(double gain, double offset, double readNoise) {
        assertThrows(IllegalArgumentException.class, () -> new Camera(gain, offset, readNoise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,2,3,4", "a,b,c", "NaN,0,1", "1,,2"})
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Camera.parse(text));
    }
}
