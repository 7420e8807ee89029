package io.github.noise2clean.benchmark;

import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.tensor.DeviceChoice;

/**
 * What is measured.
 *
 * @param size pixels along each side of the image
 * @param repeats of each measurement, of which the median counts
 */
public record BenchmarkSettings(Architecture network, DeviceChoice device, int size, int repeats) {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 16384;

    public BenchmarkSettings {
        if (size < SMALLEST || size > LARGEST)
            throw new IllegalArgumentException(
                    "The image must be %d to %d pixels wide, not %d."
                            .formatted(SMALLEST, LARGEST, size));
        if (repeats < 1)
            throw new IllegalArgumentException(
                    "There must be at least 1 repeat, not " + repeats + ".");
    }

    double megapixels() {
        return size * (double) size / 1e6;
    }
}
