package io.github.noise2clean.tensor;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
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
    public record Memory(long free, long total) {

        private static final double GIGABYTE = 1e9;

        /** Such as "1.5 of 8.0 GB free". */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.1f of %.1f GB free", free / GIGABYTE, total / GIGABYTE);
        }
    }

    /** As it is now. */
    public static Host here() {
        Runtime runtime = Runtime.getRuntime();
        return new Host(
                properties("os.name", "os.version", "os.arch"),
                properties("java.version", "java.vendor"),
                Engine.getDjlVersion(),
                physical(),
                heapNow(),
                runtime.availableProcessors());
    }

    static Memory physical() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Memory(system.getFreeMemorySize(), system.getTotalMemorySize());
    }

    /** Of the heap that Java may take, as it is now. */
    public static Memory heapNow() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return new Memory(runtime.maxMemory() - used, runtime.maxMemory());
    }

    private static String properties(String... names) {
        return List.of(names).stream().map(System::getProperty).collect(Collectors.joining(" "));
    }
}
