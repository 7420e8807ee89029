package io.github.noise2clean.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How fast an image was denoised in every way.
 *
 * @param memory the most that the process took, in bytes; empty where the system does not tell
 * @param product multiply-adds per second of a product of matrices
 */
record DenoisingSpeeds(
        Map<Way, DenoisingSpeed> speeds, Map<Way, OptionalLong> memory, double product) {

    Table table() {
        Map<String, Map<String, Cell>> columns = new LinkedHashMap<>();
        for (Way way : Way.values()) columns.put(way.text(), column(way));
        return new Table("denoising", columns);
    }

    private Map<String, Cell> column(Way way) {
        DenoisingSpeed speed = speeds.get(way);
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("megapixels per second, end to end", Cell.number(speed.megapixelsPerSecond(), 3));
        cells.put("megapixels per second, forward", Cell.number(speed.forward(), 3));
        cells.put("time outside the forward pass", Cell.share(speed.outside()));
        cells.put("gigamultiply-adds per second", Cell.number(speed.multiplyAdds() / 1e9, 1));
        cells.put("of the matrix product", Cell.share(speed.multiplyAdds() / product));
        cells.put("times as fast, Noise2Clean's forward pass", Cell.number(gain(speed), 2));
        cells.put("peak memory in megabytes", megabytes(memory.get(way)));
        return cells;
    }

    private double gain(DenoisingSpeed other) {
        return speeds.get(Way.OURS).forward() / other.forward();
    }

    private static Cell megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? Cell.number(bytes.getAsLong() / 1e6, 0) : Cell.unknown();
    }
}
