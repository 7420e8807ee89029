package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void theDeviationIsThatOfASample() {
        assertEquals(2, Column.withMean("x", 2, List.of(1.0, 3.0, 5.0)).deviation(), 1e-12);
    }

    @Test
    void oneNumberHasNoDeviation() {
        assertEquals(Double.NaN, Column.withMean("x", 2, List.of(1.0)).deviation());
    }

    @Test
    void partsWithoutANumberDoNotCount() {
        Column column = Column.withMean("x", 2, List.of(1.0, Double.NaN, 4.0));
        assertEquals(2.5, column.whole());
        assertEquals(Math.sqrt(4.5), column.deviation(), 1e-12);
        assertEquals(Double.NaN, Column.withMean("x", 2, List.of(Double.NaN)).whole());
    }

    @Test
    void ofSeveralImagesTheWholesAreAveraged() {
        Column first = new Column("x", 2, List.of(7.0, 9.0), 30);
        Column second = new Column("x", 2, List.of(8.0), 40);
        assertEquals(
                new Column("x", 2, List.of(30.0, 40.0), 35),
                Column.ofImages(List.of(first, second)));
    }
}
