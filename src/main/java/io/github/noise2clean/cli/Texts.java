package io.github.noise2clean.cli;

import io.github.noise2clean.metric.Column;
import io.github.noise2clean.metric.ComparisonTable;
import io.github.noise2clean.metric.PartIndex;
import io.github.noise2clean.reproduce.Score;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results as lines of text, the same in every country. */
final class Texts {

    private Texts() {}

    /** Such as "SSIM 0.912345 PSNR 30.12". */
    static String numbers(List<Column> columns, ToDoubleFunction<Column> number) {
        return columns.stream()
                .map(column -> number(column, number.applyAsDouble(column)))
                .collect(Collectors.joining("  "));
    }

    static String score(String method, Score score) {
        return format(
                "%-26s PSNR %6.2f  SSIM %.4f  (Wang's %.4f)",
                method, score.psnr(), score.skimage(), score.wang());
    }

    /** One row per part, numbered from 1, with all digits. */
    static String csv(ComparisonTable table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(i -> i + 1 + "," + numbers(table, i) + "," + index(table.rows().get(i)))
                .collect(Collectors.joining("\n", header(table.columns()), "\n"));
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String number(Column column, double number) {
        return column.name() + " " + format("%." + column.decimals() + "f", number);
    }

    private static String header(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",", "plane,", ",channel,slice,frame\n"));
    }

    private static String numbers(ComparisonTable table, int part) {
        return table.columns().stream()
                .map(column -> column.parts().get(part).toString())
                .collect(Collectors.joining(","));
    }

    /** A part has no number on an axis that it covers. */
    private static String index(PartIndex index) {
        return Stream.of(index.channel(), index.slice(), index.frame())
                .map(n -> n.isPresent() ? Integer.toString(n.getAsInt()) : "")
                .collect(Collectors.joining(","));
    }
}
