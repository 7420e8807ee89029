package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.engine.StandardCapabilities;
import java.util.Locale;

/** Where the user wants the network to run. */
public enum DeviceChoice {
    /** A GPU where there is one, otherwise the CPU. */
    AUTO,
    CPU,
    /** The first CUDA device. */
    GPU,
    /** The GPU of an Apple silicon Mac. */
    MPS;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static DeviceChoice parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown device '" + text + "': choose auto, cpu, gpu or mps.", e);
        }
    }

    /**
     * The device itself.
     *
     * @throws IllegalArgumentException with a sentence for the user, if this machine lacks it
     */
    public Device device() {
        return switch (this) {
            case AUTO -> hasGpu() ? Device.gpu() : Device.cpu();
            case CPU -> Device.cpu();
            case GPU -> required(Device.gpu(), "no CUDA device was found");
            case MPS -> required(Device.of("mps", 0), "it needs an Apple silicon Mac");
        };
    }

    /** What AUTO comes to on this machine; any other is itself. */
    DeviceChoice resolved() {
        if (this != AUTO) return this;
        return hasGpu() ? GPU : CPU;
    }

    /** Whether this machine has such a device. */
    boolean isPresent() {
        return switch (this) {
            case AUTO, CPU -> true;
            case GPU -> hasGpu();
            case MPS -> hasMps();
        };
    }

    /** PyTorch itself is asked: DJL counts GPUs only where CUDA's toolkit is installed. */
    private static boolean hasGpu() {
        return Torch.engine().hasCapability(StandardCapabilities.CUDA);
    }

    private static boolean hasMps() {
        return System.getProperty("os.name").startsWith("Mac")
                && "aarch64".equals(System.getProperty("os.arch"));
    }

    private Device required(Device device, String reason) {
        if (isPresent()) return device;
        throw new IllegalArgumentException(
                "The device '"
                        + name().toLowerCase(Locale.ROOT)
                        + "' cannot be used here: "
                        + reason
                        + ". Choose auto or cpu.");
    }
}
