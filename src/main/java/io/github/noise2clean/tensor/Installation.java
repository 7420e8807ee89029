package io.github.noise2clean.tensor;

import ai.djl.engine.Engine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What there is to compute with on this machine.
 *
 * @param djl its version
 * @param pytorch its version
 * @param devices the names a user can choose
 * @param threads that Java, and so PyTorch, may run at once
 */
public record Installation(String djl, String pytorch, List<String> devices, int threads) {

    /** What is found now; loads PyTorch. */
    public static Installation found() {
        return new Installation(
                Engine.getDjlVersion(),
                Torch.engine().getVersion(),
                Stream.of(DeviceChoice.CPU, DeviceChoice.GPU, DeviceChoice.MPS)
                        .filter(DeviceChoice::isPresent)
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList(),
                Runtime.getRuntime().availableProcessors());
    }
}
