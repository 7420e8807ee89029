package io.github.noise2clean.live;

import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.Host;
import java.util.Locale;

/** Where the work is done, and what memory is left there, in words. */
public final class DeviceText {

    private DeviceText() {}

    /** Such as "cpu, 12.1 of 24.0 GB free; Java 5.1 of 6.0 GB free", as it is now. */
    public static String of(DeviceChoice wanted) {
        DeviceMemory taken = DeviceMemory.taken(wanted);
        return taken.device().name().toLowerCase(Locale.ROOT)
                + taken.memory().map(memory -> ", " + memory).orElse("")
                + "; Java "
                + Host.heapNow();
    }
}
