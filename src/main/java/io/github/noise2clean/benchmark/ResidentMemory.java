package io.github.noise2clean.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory of this process as Linux counts it; other systems are not asked. */
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");

    /** Linux's own number of what resets the peak. */
    private static final String PEAK = "5";

    private static final String LINE = "VmHWM:";

    private ResidentMemory() {}

    /** Has the next peak be that from now on. */
    static void forgetPeak() throws IOException {
        if (Files.isWritable(FORGET)) Files.writeString(FORGET, PEAK);
    }

    /** The most so far, in bytes. */
    public static OptionalLong peak() throws IOException {
        if (!Files.isReadable(STATUS)) return OptionalLong.empty();
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        }
    }
}
