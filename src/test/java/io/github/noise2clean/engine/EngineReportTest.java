package io.github.noise2clean.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.tensor.Host;
import io.github.noise2clean.tensor.Installation;
import io.github.noise2clean.tensor.LoadFailure;
import io.github.noise2clean.tensor.Natives;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineReportTest {

    private static final Host HOST =
            new Host(
                    "Linux 6.1 amd64",
                    "21.0.5 Eclipse Adoptium",
                    "0.35.1",
                    new Host.Memory(1_500_000_000, 8_000_000_000L),
                    new Host.Memory(1_900_000_000, 2_000_000_000),
                    4);

    private static final SelfTestResult PASSED =
            SelfTestResult.of(SelfTestNumbers.STORED, DeviceChoice.CPU, 0.25);

    @Test
    void everyPropertyIsALine() {
        EngineReport report = report("cpu", loaded(PASSED));
        assertTrue(report.allWell());
        assertEquals(
                List.of(
                        "system            Linux 6.1 amd64",
                        "processors        4",
                        "memory            1.5 of 8.0 GB free",
                        "java              21.0.5 Eclipse Adoptium",
                        "java memory       1.9 of 2.0 GB free",
                        "djl               0.35.1",
                        "natives           the jar of 2.7.1-cpu",
                        "in folder         natives",
                        "network           never asked for natives",
                        "pytorch           2.7.1",
                        "features          MKL, OPENMP",
                        "devices           cpu (1.5 of 8.0 GB free), mps (memory unknown)",
                        "threads           2 of PyTorch",
                        "self-test         passed on cpu in 0.3 s: trained two steps and denoised a"
                                + " tile, 0 from the stored numbers, of which 1e-03 is"
                                + " allowed"),
                lines(report).subList(1, lines(report).size()));
    }

    @Test
    void aFailedTestOfOneDeviceIsNotWell() {
        SelfTestResult failed =
                SelfTestResult.thrown(new IllegalStateException("no kernel"), DeviceChoice.GPU);
        assertFalse(report("cpu", loaded(PASSED, failed)).allWell());
    }

    @Test
    void nativesThatDoNotLoadAreCauseNextStepAndChain() {
        Throwable thrown = new LinkageError("broken", new UnknownHostException("publish.djl.ai"));
        EngineReport report =
                report(
                        "cpu",
                        new EngineState.Failed(new EngineLoadException(thrown, Optional.empty())));
        assertFalse(report.allWell());
        List<String> last = lines(report);
        assertEquals(
                List.of(
                        "pytorch           does not load",
                        "cause             " + LoadFailure.NO_NETWORK.cause(),
                        "next step         " + LoadFailure.NO_NETWORK.nextStep(),
                        "thrown            java.lang.LinkageError: broken",
                        "thrown            java.net.UnknownHostException: publish.djl.ai"),
                last.subList(last.size() - 5, last.size()));
    }

    @Test
    void nativesForCudaThatFindNoGpuPointToTheDriverAndTheWayBack() {
        List<String> lines = lines(report("cu128", loaded(PASSED)));
        assertEquals(
                List.of(
                        "next step         " + LoadFailure.OLD_DRIVER.nextStep(),
                        "way back          Go back."),
                lines.subList(lines.size() - 2, lines.size()));
    }

    @Test
    void fetchedNativesThatDoNotLoadTellTheWayBackLast() {
        Throwable thrown = new UnsatisfiedLinkError("libtorch_cuda.so: cannot open");
        EngineLoadException failed =
                new EngineLoadException(thrown, Optional.of("Go back to the CPU."));
        List<String> lines = lines(report("cu128", new EngineState.Failed(failed)));
        assertEquals("way back          Go back.", lines.get(lines.size() - 1));
        assertEquals(LoadFailure.CUDA_NATIVES, failed.failure());
        assertTrue(failed.getMessage().contains(" Go back to the CPU. "), failed.getMessage());
    }

    @Test
    void thisMachinesNativesAreWhereTheyAreSaidToBe() {
        EngineReport report = EngineReport.now();
        assertTrue(report.allWell(), report::text);
        assertTrue(report.natives().folder().toFile().isDirectory(), report::text);
        assertTrue(
                IntStream.of(1, 2, 3)
                        .mapToObj(i -> lines(report).get(i))
                        .noneMatch(line -> line.contains("null")),
                report::text);
    }

    private static List<String> lines(EngineReport report) {
        return report.text().lines().toList();
    }

    private static EngineReport report(String flavor, EngineState state) {
        Natives natives = new Natives(flavor, source(flavor), Path.of("natives"), true);
        return new EngineReport(HOST, natives, state);
    }

    private static Natives.Source source(String flavor) {
        return new Natives.Source(
                "the jar of 2.7.1-" + flavor,
                Optional.of("Go back.").filter(way -> !flavor.equals("cpu")));
    }

    private static EngineState loaded(SelfTestResult... tests) {
        List<DeviceMemory> devices =
                List.of(
                        new DeviceMemory(DeviceChoice.CPU, Optional.of(HOST.memory())),
                        new DeviceMemory(DeviceChoice.MPS, Optional.empty()));
        Installation installation = new Installation("2.7.1", devices, 2, List.of("MKL", "OPENMP"));
        return new EngineState.Loaded(installation, List.of(tests));
    }
}
