package io.github.noise2clean.cli;

import io.github.noise2clean.tensor.DeviceChoice;
import picocli.CommandLine.Option;

/** Where a network runs. */
public final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto, cpu, gpu or mps (default: ${DEFAULT-VALUE}).")
    private DeviceChoice device;

    /** What the user has chosen. */
    public DeviceChoice choice() {
        return device;
    }
}
