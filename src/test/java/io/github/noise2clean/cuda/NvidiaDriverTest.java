package io.github.noise2clean.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines are in the form that nvidia-smi gives. */
class NvidiaDriverTest {

    @Test
    void aRecentDriverAndGpuAreNoObstacle() {
        assertEquals(Optional.empty(), driver("NVIDIA RTX A2000, 525.60.13, 8.6").obstacle());
        assertEquals(Optional.empty(), driver("NVIDIA T4, 570.133.20, 7.5").obstacle());
        assertEquals(Optional.empty(), driver("NVIDIA B200, 580.65.06, 10.0").obstacle());
    }

    @Test
    void aMissingDriverIsAnObstacle() {
        assertStarts("No NVIDIA driver was found", new NvidiaDriver(false, List.of()));
    }

    @Test
    void anOldDriverIsNamed() {
        assertStarts(
                "The NVIDIA driver 470.223.02 is too old", driver("Tesla T4, 470.223.02, 7.5"));
        assertStarts("The NVIDIA driver 391.35 is too old", driver("GeForce GTX 1080, 391.35"));
    }

    @Test
    void anOldGpuIsNamedUnlessThereIsAnotherOne() {
        String old = "NVIDIA GeForce GTX 1080, 560.94, 6.1";
        assertStarts(
                "PyTorch's natives for CUDA 12.8 need a GPU of compute capability 7.5 or more, and"
                        + " the NVIDIA GeForce GTX 1080 has 6.1",
                driver(old));
        assertEquals(Optional.empty(), driver(old, "NVIDIA RTX A2000, 560.94, 8.6").obstacle());
    }

    @Test
    void whatIsNotToldIsNoObstacle() {
        assertEquals(Optional.empty(), new NvidiaDriver(true, List.of()).obstacle());
        assertEquals(Optional.empty(), driver("NVIDIA GPU, [N/A], [N/A]").obstacle());
    }

    @Test
    void complaintsAreNoGpus() {
        assertEquals(
                List.of(),
                NvidiaGpu.parse(
                        List.of(
                                "NVIDIA-SMI has failed because it couldn't communicate with the"
                                        + " NVIDIA driver.",
                                "Field \"compute_cap\" is not a valid field to query.",
                                "")
                                .stream()));
    }

    private static void assertStarts(String start, NvidiaDriver driver) {
        String obstacle = driver.obstacle().orElseThrow();
        assertTrue(obstacle.startsWith(start), obstacle);
        assertEquals(obstacle, driver.text());
    }

    private static NvidiaDriver driver(String... lines) {
        return new NvidiaDriver(true, NvidiaGpu.parse(List.of(lines).stream()));
    }
}
