package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/**
 * A device that can be chosen, and its memory.
 *
 * @param memory absent where PyTorch does not tell
 */
public record DeviceMemory(DeviceChoice device, Optional<Host.Memory> memory) {

    /** Of the device that is taken where this one is wanted, as it is now. */
    public static DeviceMemory taken(DeviceChoice wanted) {
        return of(wanted.resolved());
    }

    /** As it is now. */
    static DeviceMemory of(DeviceChoice device) {
        return new DeviceMemory(
                device,
                switch (device) {
                    case CPU -> Optional.of(Host.physical());
                    case GPU -> ofGpu();
                    case AUTO, MPS -> Optional.empty();
                });
    }

    /** DJL tells it only where CUDA's toolkit is installed. */
    private static Optional<Host.Memory> ofGpu() {
        if (CudaUtils.getGpuCount() == 0) return Optional.empty();
        MemoryUsage usage = CudaUtils.getGpuMemory(Device.gpu());
        return Optional.of(new Host.Memory(usage.getMax() - usage.getCommitted(), usage.getMax()));
    }
}
