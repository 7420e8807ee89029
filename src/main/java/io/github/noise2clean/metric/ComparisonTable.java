package io.github.noise2clean.metric;

import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All numbers of two images: a row for each part, a column for each kind.
 *
 * @param columns SSIM, PSNR and NRMSE first
 * @param rings those of each part behind the column "FRC"; none without that
 */
public record ComparisonTable(
        List<PartIndex> rows, List<Column> columns, List<FourierRingCorrelation> rings) {

    /** The resolution in pixels. */
    static final String RINGS = "FRC";

    public ComparisonTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        rings = List.copyOf(rings);
        for (Column column : columns)
            if (column.parts().size() != rows.size())
                throw new IllegalArgumentException(
                        rows.size() + " rows, " + column.parts().size() + " of " + column.name());
    }

    /** SSIM, PSNR and NRMSE. */
    static List<Column> columns(Comparison comparison) {
        return List.of(
                column("SSIM", 6, comparison, Quality::ssim),
                column("PSNR", 2, comparison, Quality::psnr),
                column("NRMSE", 4, comparison, Quality::nrmse));
    }

    /** Of several images with one row each: their wholes, and the means of these. */
    public static List<Column> columnsOfImages(List<ComparisonTable> images) {
        return IntStream.range(0, images.get(0).columns.size())
                .mapToObj(c -> images.stream().map(image -> image.columns.get(c)).toList())
                .map(Column::ofImages)
                .toList();
    }

    /** The number of the whole; NaN without a column of that name. */
    public double whole(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .mapToDouble(Column::whole)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** With a column "FRC (micron)" beside "FRC", if pixels are calibrated and square. */
    public ComparisonTable calibrated(Calibration calibration) {
        if (!calibration.scaled() || calibration.pixelWidth != calibration.pixelHeight) return this;
        List<Column> wider = new ArrayList<>(columns);
        String name = RINGS + " (" + calibration.getUnit() + ")";
        columns.stream()
                .filter(column -> column.name().equals(RINGS))
                .map(column -> column.scaled(name, 4, calibration.pixelWidth))
                .forEach(wider::add);
        return new ComparisonTable(rows, wider, rings);
    }

    private static Column column(
            String name, int decimals, Comparison comparison, ToDoubleFunction<Quality> number) {
        return new Column(
                name,
                decimals,
                comparison.parts().stream().map(number::applyAsDouble).toList(),
                number.applyAsDouble(comparison.whole()));
    }
}
