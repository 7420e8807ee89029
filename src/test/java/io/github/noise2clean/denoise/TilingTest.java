package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.AxisReach;
import io.github.noise2clean.network.Span;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilingTest {

    /** Along y a halo of 3 and a multiple of 4, along x a halo of 5 and a multiple of 2. */
    private static final List<AxisReach> UNEQUAL =
            List.of(new AxisReach(3, 4, 4), new AxisReach(5, 2, 2));

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,7,4", "28,28,8", "61,97,1", "61,97,17", "130,67,32", "130,67,999"})
    void tilesCoverEveryPixelOnce(long width, long height, long side) {
        var count = ArrayImgs.ints(width, height);
        for (Interval tile : tiles(Tiling.ofSide(side, UNEQUAL, width, height)))
            Views.interval(count, tile).forEach(pixel -> pixel.inc());
        count.forEach(pixel -> assertEquals(1, pixel.get()));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,7,4", "28,28,8", "61,97,1", "61,97,17", "130,67,32", "130,67,999"})
    void windowsShowAllThatTheirTilesDependOnWithinTheDomain(long width, long height, long side) {
        Interval domain = new FinalInterval((width + 1) / 2 * 2, (height + 3) / 4 * 4);
        Tiling tiling = Tiling.ofSide(side, UNEQUAL, width, height);
        for (Interval tile : tiles(tiling)) {
            Interval window = tiling.windowFor(tile);
            assertTrue(Intervals.contains(window, Intervals.intersect(source(tile), domain)));
            assertTrue(Intervals.contains(domain, window));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,7,4", "28,28,8", "61,97,1", "61,97,17", "130,67,32", "130,67,999"})
    void windowsHaveOneSizeAndStartOnTheGrid(long width, long height, long side) {
        Tiling tiling = Tiling.ofSide(side, UNEQUAL, width, height);
        for (Interval tile : tiles(tiling)) {
            Interval window = tiling.windowFor(tile);
            assertArrayEquals(tiling.windowSize(), Intervals.dimensionsAsLongArray(window));
            assertEquals(0, window.min(0) % 2);
            assertEquals(0, window.min(1) % 4);
        }
    }

    @Test
    void tilesAreSharesOfSimilarSize() {
        Tiling tiling = Tiling.ofSide(64, UNEQUAL, 130, 67);
        assertArrayEquals(
                new long[] {52, 68}, tiling.windowSize()); // 3 of 52 with 2 overlaps of 12
        assertEquals(
                List.of(46L, 40L, 44L),
                tiles(tiling).stream().map(tile -> tile.dimension(0)).toList());
    }

    @Test
    void smallerTilingsFillTheTilesOfLargerOnes() {
        Tiling large = Tiling.ofSide(24, UNEQUAL, 130, 67);
        Tiling small = large.smaller().orElseThrow();
        var count = ArrayImgs.ints(130, 67);
        for (Interval tile : tiles(large))
            for (Interval piece : small.tiles(tile))
                Views.interval(count, piece).forEach(pixel -> pixel.inc());
        count.forEach(pixel -> assertEquals(1, pixel.get()));
    }

    @Test
    void tilesShrinkUntilTheWindowCannot() {
        Tiling tiling = Tiling.ofSide(999, UNEQUAL, 130, 67);
        while (tiling.smaller().isPresent()) tiling = tiling.smaller().orElseThrow();
        assertArrayEquals(new long[] {2 + 2 * 6, 4 + 2 * 4}, tiling.windowSize());
    }

    @Test
    void aNetworkOfOneSizeIsShownWindowsOfThatSize() {
        AxisReach fixed = new AxisReach(8, 64, 0);
        Tiling tiling = Tiling.ofSide(10, List.of(fixed, fixed), 40, 150);
        assertArrayEquals(new long[] {64, 64}, tiling.windowSize());
        assertEquals(4, tiles(tiling).size());
        Interval last = tiles(tiling).get(3);
        assertEquals(Intervals.createMinMax(0, 144, 39, 149), last);
        assertEquals(Intervals.createMinMax(0, 86, 63, 149), tiling.windowFor(last));
        assertTrue(tiling.smaller().isEmpty());
    }

    @Test
    void sizesAreTheSmallestAndSteps() {
        AxisReach stepped = new AxisReach(3, 33, 16);
        Tiling tiling = Tiling.ofSide(16, List.of(stepped, stepped), 20, 90);
        assertArrayEquals(new long[] {33, 49}, tiling.windowSize());
        for (Interval tile : tiles(tiling)) {
            Interval window = tiling.windowFor(tile);
            assertEquals(0, window.min(1) % 16);
            assertTrue(window.min(1) <= Math.max(0, tile.min(1) - 3));
            assertTrue(window.max(1) >= Math.min(96, tile.max(1) + 3));
        }
    }

    @Test
    void evenTilesBeginAtMultiplesOfTheirSize() {
        Tiling tiling = Tiling.even(new long[] {32, 16}, UNEQUAL, 130, 67);
        assertArrayEquals(new long[] {32, 16}, tiling.tileSize());
        assertArrayEquals(new long[] {32 + 12, 16 + 8}, tiling.windowSize());
        assertEquals(5 * 5, tiling.windows());
        for (Interval tile : tiles(tiling)) {
            assertEquals(0, tile.min(0) % 32);
            assertEquals(0, tile.min(1) % 16);
        }
    }

    @Test
    void aPartIsFilledByTheTilesOfTheWholeThatHoldSomeOfIt() {
        Tiling tiling = Tiling.even(new long[] {32, 16}, UNEQUAL, 130, 67);
        Interval part = Intervals.createMinMax(31, 16, 32, 31);
        assertEquals(
                List.of(
                        Intervals.createMinMax(0, 16, 31, 31),
                        Intervals.createMinMax(32, 16, 63, 31)),
                tiling.touching(part));
        assertEquals(2, tiling.windows(part));
        assertEquals(Intervals.createMinMax(0, 12, 69, 35), tiling.seen(part));
    }

    @Test
    void whatIsMirroredBehindTheEndIsSeenToo() {
        AxisReach coarse = new AxisReach(0, 16, 16);
        Tiling tiling = Tiling.even(new long[] {16, 16}, List.of(coarse, coarse), 33, 48);
        Interval last = Intervals.createMinMax(32, 32, 32, 47);
        assertEquals(Intervals.createMinMax(18, 32, 32, 47), tiling.seen(last));
    }

    private static List<Interval> tiles(Tiling tiling) {
        return tiling.touching(tiling.image());
    }

    private static Interval source(Interval tile) {
        Span x = UNEQUAL.get(1).sourceFor(new Span(tile.min(0), tile.max(0)));
        Span y = UNEQUAL.get(0).sourceFor(new Span(tile.min(1), tile.max(1)));
        return Intervals.createMinMax(x.first(), y.first(), x.last(), y.last());
    }
}
