package io.github.noise2clean.tensor;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of a machine without PyTorch.
 *
 * @param system name, version and processor
 * @param java version and vendor
 * @param djl its version
 * @param memory of the machine
 * @param heap what is left to Java of the most that it may take
 * @param processors that Java may use
 */
public record Host(
        String system, String java, String djl, Memory memory, Memory heap, int processors) {

    /**
     * @param free bytes
     * @param total bytes
     */
    public record Memory(long free, long total) {}

    /** As it is now. */
    public static Host here() {
        Runtime runtime = Runtime.getRuntime();
        return new Host(
                properties("os.name", "os.version", "os.arch"),
                properties("java.version", "java.vendor"),
                Engine.getDjlVersion(),
                physical(),
                heap(runtime),
                runtime.availableProcessors());
    }

    static Memory physical() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Memory(system.getFreeMemorySize(), system.getTotalMemorySize());
    }

    private static Memory heap(Runtime runtime) {
        long used = runtime.totalMemory() - runtime.freeMemory();
        return new Memory(runtime.maxMemory() - used, runtime.maxMemory());
    }

    private static String properties(String... names) {
        return List.of(names).stream().map(System::getProperty).collect(Collectors.joining(" "));
    }
}
