package io.github.noise2clean.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.metric.SsimDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {

    private static final Table SSIM =
            new SsimBenchmark(1000, 1, new FakeClock())
                    .table(Map.of(SsimDefinition.WANG, List.of(0.5, 4.0, 0.1)));

    @Test
    void ssimIsOfTheMedianTime() {
        assertEquals(
                """
                | SSIM of 1000 x 1000 pixels | Wang's |
                | --- | --- |
                | megapixels per second | 2.0 |"""
                        .stripIndent(),
                SSIM.markdown());
    }

    @Test
    void programsReadNamesWithoutSpacesAndAllDigits() {
        Table quotes = new Table("a", Map.of("b", Map.of("Says \"c\\d\"", Cell.text("\"c\\d\""))));
        Table share = new Table("e", Map.of("f", Map.of("g", Cell.share(1 / 8.0))));
        Table unknown = new Table("h", Map.of("i", Map.of("j", Cell.unknown())));
        assertEquals(
                "{\"a\": {\"b\": {\"says_c_d_\": \"\\\"c\\\\d\\\"\"}},"
                        + " \"e\": {\"f\": {\"g\": 0.125}},"
                        + " \"h\": {\"i\": {\"j\": null}},"
                        + " \"ssim_of_1000_x_1000_pixels\":"
                        + " {\"wang_s\": {\"megapixels_per_second\": 2.0}}}\n",
                new BenchmarkReport(List.of(quotes, share, unknown, SSIM)).json());
    }

    @Test
    void allColumnsHaveTheSameFigures() {
        Map<String, Cell> one = Map.of("one", Cell.count(1));
        Map<String, Cell> other = Map.of("other", Cell.count(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Table("table", Map.of("a", one, "b", other)));
    }
}
