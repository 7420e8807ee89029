package io.github.noise2clean.tensor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why PyTorch does not run on a machine, and what to do about it: two sentences for the user. */
public enum LoadFailure {
    INTEL_MAC(
            "PyTorch 2.7 has no natives for Macs with Intel processors.",
            "On a Mac with Apple silicon, run Fiji with a Java for aarch64; on one with an Intel processor, use another computer.",
            "Mac",
            List.of()),
    OLD_DRIVER(
            "The NVIDIA driver is missing or too old for the CUDA of PyTorch's natives.",
            "Install the current NVIDIA driver and restart the computer, or put the jar pytorch-native-cpu in the place of that for CUDA.",
            "",
            List.of(
                    "driver version is insufficient",
                    "driver on your system is too old",
                    "libcuda.so",
                    "nvcuda.dll")),
    OLD_GLIBC(
            "The system's C library (glibc) is too old for PyTorch's natives, or is another one.",
            "Use a Linux with glibc 2.28 or later, such as Debian 10, Ubuntu 20.04 or RHEL 8.",
            "Linux",
            List.of(
                    "version `glibc",
                    "version `cxxabi",
                    "version 'glibc",
                    "ld-linux",
                    "error relocating")),
    OTHER_PROCESSOR(
            "PyTorch's natives are for another processor than this Java.",
            "Run Fiji with a 64-bit Java for this processor, and install the natives for it.",
            "",
            List.of(
                    "wrong elf class",
                    "incompatible architecture",
                    "on a amd 64-bit platform",
                    "on a ia 32-bit platform",
                    "on a arm 64-bit platform",
                    "not a valid win32 application")),
    UNUSABLE_FOLDER(
            "PyTorch's natives cannot be unpacked to their folder, or cannot be run from it.",
            "Make room for 500 MB there, or set the environment variable DJL_CACHE_DIR to a folder that can be written and run from.",
            "",
            List.of(
                    "accessdeniedexception",
                    "failed to extract pytorch native library",
                    "cannot copy jni files",
                    "read-only file system",
                    "no space left on device",
                    "not enough space on the disk",
                    "failed to map segment",
                    "permission denied")),
    CUDA_NATIVES(
            "PyTorch's natives for CUDA do not load on this machine.",
            "Install the current NVIDIA driver and restart the computer, or take the natives for the CPU.",
            "",
            List.of("torch_cuda", "c10_cuda", "cudnn", "cublas", "cudart", "nvrtc")),
    NO_NETWORK(
            "PyTorch's natives for this system are not in the jars, and the network that they would come from does not answer.",
            "Connect to the internet and start again, or put the jar pytorch-native-cpu for this system into Fiji's folder jars.",
            "",
            List.of(
                    "unknownhostexception",
                    "connectexception",
                    "noroutetohostexception",
                    "timeoutexception",
                    "sslhandshakeexception")),
    NO_NATIVES(
            "PyTorch's natives for this system are not in the jars.",
            "Put the jar pytorch-native-cpu for this system into Fiji's folder jars, or start Java once with -Dai.djl.offline=false to have them downloaded.",
            "",
            List.of(
                    "offline mode is enabled",
                    "no pytorch native library matches",
                    "unsupported platform")),
    NO_RUNTIME(
            "Windows lacks the Visual C++ runtime that PyTorch's natives need, or has an old one.",
            "Install the Microsoft Visual C++ Redistributable 2015-2022 (x64) and start Fiji again.",
            "Windows",
            List.of("can't find dependent libraries", "unsatisfiedlinkerror")),
    UNKNOWN(
            "PyTorch fails on this machine for a reason that this program does not know.",
            "Report it to the developers with all of this text.",
            "",
            List.of());

    private final String cause;
    private final String nextStep;
    private final String system;
    private final List<String> symptoms;

    /**
     * @param system how the name of the only system begins that knows it
     * @param symptoms of which one is in what was thrown, in lower case
     */
    LoadFailure(String cause, String nextStep, String system, List<String> symptoms) {
        this.cause = cause;
        this.nextStep = nextStep;
        this.system = system;
        this.symptoms = symptoms;
    }

    /** What was behind it on this machine. */
    public static LoadFailure of(Throwable thrown) {
        return of(thrown, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * @param system Java's {@code os.name}
     * @param processor Java's {@code os.arch}
     */
    static LoadFailure of(Throwable thrown, String system, String processor) {
        if (system.startsWith(INTEL_MAC.system) && processor.equals("x86_64")) return INTEL_MAC;
        String text =
                NativeErrors.chain(thrown)
                        .map(Throwable::toString)
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(failure -> system.startsWith(failure.system))
                .filter(failure -> failure.symptoms.stream().anyMatch(text::contains))
                .findFirst()
                .orElse(UNKNOWN);
    }

    public String cause() {
        return cause;
    }

    public String nextStep() {
        return nextStep;
    }
}
