package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is thrown here is made up, in the words of the systems and of PyTorch. */
class LoadFailureTest {

    private static final String CACHE = "/home/a/.djl.ai/pytorch/2.7.1-cpu-linux-x86_64/";

    @Test
    void macsWithIntelProcessorsHaveNoNatives() {
        Throwable offline = new IOException("Offline mode is enabled.");
        assertEquals(LoadFailure.INTEL_MAC, LoadFailure.of(wrapped(offline), "Mac OS X", "x86_64"));
        assertEquals(
                LoadFailure.NO_NATIVES, LoadFailure.of(wrapped(offline), "Mac OS X", "aarch64"));
    }

    @Test
    void windowsWithoutTheVisualRuntimeFindsNoDependentLibraries() {
        assertWindows(
                LoadFailure.NO_RUNTIME,
                "C:\\Users\\a\\.djl.ai\\pytorch\\c10.dll: Can't find dependent libraries");
        assertWindows(
                LoadFailure.NO_RUNTIME,
                "C:\\Users\\a\\.djl.ai\\pytorch\\c10.dll: Eine DLL-Initialisierungsroutine ist"
                        + " fehlgeschlagen");
    }

    @Test
    void nativesForAnotherProcessorAreNotMistakenForAMissingRuntime() {
        assertWindows(
                LoadFailure.OTHER_PROCESSOR,
                "C:\\a\\c10.dll: Can't load AMD 64-bit .dll on a ARM 64-bit platform");
        assertLinux(
                LoadFailure.OTHER_PROCESSOR,
                CACHE + "libc10.so: wrong ELF class: ELFCLASS64 (Possible cause: ...)");
    }

    @Test
    void anOldGlibcLacksAVersion() {
        assertLinux(
                LoadFailure.OLD_GLIBC,
                CACHE
                        + "libc10.so: /lib64/libc.so.6: version `GLIBC_2.27' not found (required by"
                        + " libc10.so)");
        assertLinux(
                LoadFailure.OLD_GLIBC,
                CACHE + "libtorch.so: /lib64/libstdc++.so.6: version `GLIBCXX_3.4.22' not found");
    }

    @Test
    void anotherCLibraryLacksTheLoader() {
        assertLinux(
                LoadFailure.OLD_GLIBC,
                "Error loading shared library ld-linux-x86-64.so.2: No such file or directory");
    }

    @Test
    void aDriverIsTooOldOrMissing() {
        assertLinux(
                LoadFailure.OLD_DRIVER,
                "CUDA driver version is insufficient for CUDA runtime version");
        assertLinux(
                LoadFailure.OLD_DRIVER,
                "The NVIDIA driver on your system is too old (found version 11040).");
        assertLinux(
                LoadFailure.OLD_DRIVER,
                "libcuda.so.1: cannot open shared object file: No such file or directory");
    }

    @Test
    void librariesOfCudaThatDoNotLoadAreNotMistakenForAMissingRuntime() {
        assertWindows(
                LoadFailure.CUDA_NATIVES,
                "C:\\Users\\a\\torch_cuda.dll: Can't find dependent libraries");
        assertLinux(
                LoadFailure.CUDA_NATIVES,
                "libc10_cuda.so: cannot open shared object file: No such file or directory");
    }

    @Test
    void nativesThatAreNotInTheJarsNeedTheNetwork() {
        assertEquals(
                LoadFailure.NO_NETWORK,
                LoadFailure.of(
                        wrapped(new UnknownHostException("publish.djl.ai")), "Linux", "amd64"));
        assertEquals(
                LoadFailure.NO_NATIVES,
                LoadFailure.of(
                        wrapped(new IOException("Offline mode is enabled.")), "Linux", "aarch64"));
    }

    @Test
    void aFolderThatCannotBeWrittenOrRunFromIsNamed() {
        assertEquals(
                LoadFailure.UNUSABLE_FOLDER,
                LoadFailure.of(wrapped(new AccessDeniedException(CACHE)), "Windows 11", "amd64"));
        Throwable missing = new NoSuchFileException("/nowhere");
        assertEquals(
                LoadFailure.UNUSABLE_FOLDER,
                LoadFailure.of(
                        new EngineException("Failed to extract PyTorch native library", missing),
                        "Linux",
                        "amd64"));
        assertLinux(
                LoadFailure.UNUSABLE_FOLDER,
                CACHE + "libc10.so: failed to map segment from shared object");
    }

    @Test
    void whatNobodyHasSeenYetIsUnknown() {
        assertLinux(LoadFailure.UNKNOWN, "libc10.so: undefined symbol: _ZN3c10");
        assertEquals(LoadFailure.UNKNOWN, LoadFailure.of(circle(), "Linux", "amd64"));
    }

    @Test
    void theExceptionSaysCauseAndNextStepAndKeepsTheChain() {
        EngineLoadException e =
                new EngineLoadException(
                        wrapped(new UnknownHostException("publish.djl.ai")),
                        Optional.of("Go back."));
        assertTrue(
                e.getMessage().startsWith(e.failure().cause() + " " + e.failure().nextStep() + " "),
                e.getMessage());
        assertEquals("java.net.UnknownHostException: publish.djl.ai", e.thrown().get(1));
    }

    private static void assertLinux(LoadFailure failure, String message) {
        assertEquals(failure, of(message, "Linux", "amd64"), message);
    }

    private static void assertWindows(LoadFailure failure, String message) {
        assertEquals(failure, of(message, "Windows 11", "amd64"), message);
    }

    private static LoadFailure of(String message, String system, String processor) {
        return LoadFailure.of(wrapped(new UnsatisfiedLinkError(message)), system, processor);
    }

    /** As DJL throws it. */
    private static Throwable wrapped(Throwable cause) {
        return new EngineException("Failed to load PyTorch native library", cause);
    }

    private static Throwable circle() {
        Exception inner = new IllegalStateException("inner");
        Exception outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);
        return outer;
    }
}
