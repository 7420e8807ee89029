package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorTableTest {

    private final ExecutorTable table = new ExecutorTable();

    @Test
    void theSpeedIsThatFromTheFirstBeginToTheLastEnd() {
        add(4_000_000, new Trace("1", "b", 500, 2_000, 0));
        add(8_000_000, new Trace("0", "a", 1_000, 3_000, 1_200_000_000));
        add(1_000_000, new Trace("0", "a", 2_000, 5_000, 1_100_000_000));
        assertEquals(
                List.of(
                        "executor 0 on a: 2 tasks, 9.0 megapixels, 2.25 megapixels/s, at most 1.2 GB",
                        "executor 1 on b: 1 tasks, 4.0 megapixels, 2.67 megapixels/s"),
                table.lines());
    }

    @Test
    void onlyWhatWasDenoisedCounts() {
        table.add("counts of grey values", new Trace("0", "a", 0, 1, 0));
        assertEquals(List.of(), table.lines());
    }

    private void add(long pixels, Trace trace) {
        table.add(new FileResult(new FileTask("in.tif", "out.tif"), pixels, 1), trace);
    }
}
