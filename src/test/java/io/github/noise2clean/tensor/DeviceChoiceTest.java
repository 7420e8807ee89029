package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {

    @Test
    void namesAreReadInAnyCase() {
        assertEquals(DeviceChoice.AUTO, DeviceChoice.parse("auto"));
        assertEquals(DeviceChoice.GPU, DeviceChoice.parse(" Gpu "));
    }

    @Test
    void unknownDeviceIsRefusedInASentence() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> DeviceChoice.parse("tpu"));
        assertEquals("Unknown device 'tpu': choose auto, cpu, gpu or mps.", refused.getMessage());
    }

    @Test
    void cpuIsAlwaysThere() {
        assertEquals(Device.cpu(), DeviceChoice.CPU.device());
    }
}
