package io.github.noise2clean.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to compute with on this machine.
 *
 * @param pytorch its version
 * @param devices those that a user can choose
 * @param threads that PyTorch runs at once within one operation
 * @param features what PyTorch was built with, such as "MKLDNN"
 */
public record Installation(
        String pytorch, List<DeviceMemory> devices, int threads, List<String> features) {

    /**
     * What is found now; loads PyTorch.
     *
     * @throws EngineLoadException if it does not load
     */
    public static Installation found() {
        Engine engine = Torch.engine();
        return new Installation(
                engine.getVersion(),
                Stream.of(DeviceChoice.CPU, DeviceChoice.GPU, DeviceChoice.MPS)
                        .filter(DeviceChoice::isPresent)
                        .map(DeviceMemory::of)
                        .toList(),
                JniUtils.getNumThreads(),
                JniUtils.getFeatures().stream().sorted().toList());
    }

    public boolean has(DeviceChoice device) {
        return devices.stream().anyMatch(found -> found.device() == device);
    }
}
