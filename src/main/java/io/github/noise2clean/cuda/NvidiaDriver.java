package io.github.noise2clean.cuda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What is known of a machine's NVIDIA driver before gigabytes are fetched for it.
 *
 * @param isThere whether its library or its program was found
 * @param gpus none where its program does not tell
 */
record NvidiaDriver(boolean isThere, List<NvidiaGpu> gpus) {

    /** What every CUDA 12 needs, on Linux and on Windows. */
    private static final int LEAST_DRIVER = 525;

    /** Turing: PyTorch 2.7 has no code for older GPUs in its natives for CUDA 12.8. */
    private static final double LEAST_CAPABILITY = 7.5;

    private static final int PATIENCE = 20;

    private static final List<Path> LIBRARIES =
            Stream.of(
                            "/usr/lib/x86_64-linux-gnu/libcuda.so.1",
                            "/usr/lib64/libcuda.so.1",
                            "/usr/lib/libcuda.so.1",
                            "/usr/lib/wsl/lib/libcuda.so.1",
                            "C:\\Windows\\System32\\nvcuda.dll")
                    .map(Path::of)
                    .toList();

    NvidiaDriver {
        gpus = List.copyOf(gpus);
    }

    static NvidiaDriver found() {
        List<NvidiaGpu> gpus = told(NvidiaGpu.VALUES);
        if (gpus.isEmpty()) gpus = told(NvidiaGpu.OLDER_VALUES);
        return new NvidiaDriver(
                !gpus.isEmpty() || LIBRARIES.stream().anyMatch(Files::exists), gpus);
    }

    /** Why the natives would be of no use, in a sentence that says what to do. */
    Optional<String> obstacle() {
        if (!isThere)
            return Optional.of(
                    "No NVIDIA driver was found on this machine: install it and restart the"
                            + " computer first.");
        if (gpus.isEmpty()) return Optional.empty();
        if (gpus.stream().noneMatch(gpu -> gpu.hasDriver(LEAST_DRIVER)))
            return Optional.of(
                    "The NVIDIA driver %s is too old for CUDA 12: install version %d or later first."
                            .formatted(gpus.get(0).driver(), LEAST_DRIVER));
        if (gpus.stream().noneMatch(gpu -> gpu.isCapable(LEAST_CAPABILITY)))
            return Optional.of(
                    "PyTorch's natives for CUDA 12.8 need a GPU of compute capability %s or more, and the %s has %s: compute on the CPU."
                            .formatted(
                                    LEAST_CAPABILITY,
                                    gpus.get(0).name(),
                                    gpus.get(0).capability()));
        return Optional.empty();
    }

    /** For people. */
    String text() {
        return obstacle()
                .orElseGet(
                        () ->
                                gpus.isEmpty()
                                        ? "An NVIDIA driver is there, which does not tell its version."
                                        : gpus.get(0) + ".");
    }

    /** Without the program of the driver, nothing is told; one that hangs is left alone. */
    private static List<NvidiaGpu> told(String values) {
        try {
            Process program =
                    new ProcessBuilder(
                                    "nvidia-smi", "--query-gpu=" + values, "--format=csv,noheader")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            program.onExit().completeOnTimeout(program, PATIENCE, TimeUnit.SECONDS).join();
            if (program.isAlive() || program.exitValue() != 0) return List.of();
            try (BufferedReader lines = program.inputReader()) {
                return NvidiaGpu.parse(lines.lines());
            }
        } catch (IOException e) {
            return List.of();
        }
    }
}
