package io.github.noise2clean.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.tensor.DeviceChoice;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    private static final SelfTestNumbers STORED = SelfTestNumbers.STORED;

    @Test
    void theStoredNumbersComeOut() throws IOException {
        SelfTestNumbers numbers = new SelfTest(DeviceChoice.CPU).run();
        assertEquals(0, numbers.difference(STORED), 1e-3, numbers::toString);
    }

    @Test
    void aTrainingThatLearnsNothingIsNoticed() throws IOException {
        SelfTestNumbers numbers = new SelfTest(DeviceChoice.CPU, 1e-9).run();
        assertTrue(numbers.difference(STORED) > 5e-2, numbers::toString);
    }

    @Test
    void moreThanTheToleranceFails() {
        SelfTestNumbers close = with(STORED.pixel() * 1.0009);
        SelfTestNumbers far = with(STORED.pixel() * 1.0011);
        assertTrue(SelfTestResult.of(close, DeviceChoice.CPU, 1).passed());
        assertFalse(SelfTestResult.of(far, DeviceChoice.CPU, 1).passed());
        assertTrue(SelfTestResult.of(far, DeviceChoice.GPU, 1).passed());
        assertFalse(SelfTestResult.of(with(Double.NaN), DeviceChoice.GPU, 1).passed());
    }

    @Test
    void whatADeviceThrowsIsItsResult() {
        SelfTestResult result =
                SelfTestResult.thrown(
                        new IllegalStateException(
                                "CUDA driver version is insufficient for CUDA runtime version"),
                        DeviceChoice.GPU);
        assertFalse(result.passed());
        assertTrue(
                result.text().startsWith("failed on gpu: The NVIDIA driver is missing or too old"),
                result.text());
    }

    private static SelfTestNumbers with(double pixel) {
        return new SelfTestNumbers(STORED.loss(), STORED.mean(), STORED.deviation(), pixel);
    }
}
