package io.github.noise2clean.metric;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One number of every part of two images, and of the whole.
 *
 * @param name such as "PSNR"
 * @param decimals those worth printing
 * @param parts NaN where there is no number
 */
public record Column(String name, int decimals, List<Double> parts, double whole) {

    public Column {
        parts = List.copyOf(parts);
    }

    /** The column with the mean of its numbers for the whole; NaN if there are none. */
    static Column withMean(String name, int decimals, List<Double> parts) {
        return new Column(name, decimals, parts, mean(parts));
    }

    /** Of one column of several images: their wholes, and the mean of these. */
    static Column ofImages(List<Column> images) {
        Column one = images.get(0);
        return withMean(one.name, one.decimals, images.stream().map(Column::whole).toList());
    }

    /** The standard deviation over the parts that have a number (n - 1); NaN of less than two. */
    public double deviation() {
        double mean = mean(parts);
        double squares = numbers(parts).map(part -> (part - mean) * (part - mean)).sum();
        long spare = numbers(parts).count() - 1;
        return spare > 0 ? Math.sqrt(squares / spare) : Double.NaN;
    }

    /** The same in another unit. */
    Column scaled(String name, int decimals, double factor) {
        return new Column(
                name, decimals, parts.stream().map(part -> part * factor).toList(), whole * factor);
    }

    private static double mean(List<Double> parts) {
        return numbers(parts).average().orElse(Double.NaN);
    }

    private static DoubleStream numbers(List<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).filter(part -> !Double.isNaN(part));
    }
}
