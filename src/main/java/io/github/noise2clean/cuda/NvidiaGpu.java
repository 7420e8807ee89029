package io.github.noise2clean.cuda;

import java.util.List;
import java.util.stream.Stream;

/**
 * A GPU as {@code nvidia-smi} tells of it.
 *
 * @param driver its version, such as "550.54.14"
 * @param capability what it can compute, such as "8.6"; older drivers do not tell
 */
record NvidiaGpu(String name, String driver, String capability) {

    /** The values of a line that tells of one, separated by commas. */
    static final String VALUES = "name,driver_version,compute_cap";

    /** The values that older drivers tell. */
    static final String OLDER_VALUES = "name,driver_version";

    /** A GPU for each line; lines that tell something else are passed over. */
    static List<NvidiaGpu> parse(Stream<String> lines) {
        return lines.map(line -> line.strip().split("\\s*,\\s*"))
                .filter(values -> values.length == 2 || values.length == 3)
                .map(
                        values ->
                                new NvidiaGpu(
                                        values[0],
                                        values[1],
                                        values.length == 3 ? values[2] : "unknown"))
                .toList();
    }

    /** Whether the version of the driver is at least {@code major}, or is not told. */
    boolean hasDriver(int major) {
        String first = driver.split("\\.")[0];
        return !first.matches("\\d{1,6}") || Integer.parseInt(first) >= major;
    }

    /** Whether it can compute what {@code least} asks for, or this is not told. */
    boolean isCapable(double least) {
        return !capability.matches("\\d+\\.\\d+") || Double.parseDouble(capability) >= least;
    }

    @Override
    public String toString() {
        return name + ", driver " + driver + ", compute capability " + capability;
    }
}
