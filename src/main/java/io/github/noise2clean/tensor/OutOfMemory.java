package io.github.noise2clean.tensor;

import ai.djl.engine.EngineException;
import java.util.function.Supplier;

/** Memory that is full, be it Java's, the machine's or a GPU's, becomes one exception here. */
public final class OutOfMemory {

    private static final String OF_JAVA =
            "Java's memory is too small: give Fiji more in Edit > Options > Memory & Threads, the"
                    + " command line by JAVA_OPTS=-Xmx8g.";

    private OutOfMemory() {}

    /**
     * What {@code work} results in.
     *
     * @throws DeviceMemoryException if it needs more memory than there is
     */
    public static <T> T typed(Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError e) {
            throw of(e);
        } catch (EngineException e) {
            throw NativeErrors.isOutOfMemory(e) ? ofDevice(e) : e;
        }
    }

    /** The exception for Java's own memory. */
    public static DeviceMemoryException of(OutOfMemoryError full) {
        return new DeviceMemoryException(OF_JAVA, full);
    }

    /** The exception for the memory of a device, of which native code has told. */
    static DeviceMemoryException ofDevice(Exception fault) {
        return new DeviceMemoryException(
                "The memory of the device is too small: close what else uses it, or choose another"
                        + " device (%s).".formatted(NativeErrors.firstLine(fault)),
                fault);
    }
}
