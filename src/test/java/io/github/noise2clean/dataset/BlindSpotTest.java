package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.dataset.BlindSpot.Line;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlindSpotTest {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 8;

    /** Of one cell, whatever the line. */
    private static final int SIDE = 4;

    private static final int PIXELS = SIDE * SIDE;
    private static final Interval CELL = new FinalInterval(SIDE, SIDE, 1);

    @Test
    void onePixelInEachCellIsHiddenAndNoOtherChanges() {
        float[] values = random(WIDTH * HEIGHT, 1);
        float[] shown = values.clone();
        float[] hidden =
                BlindSpot.POINT.hide(shown, new FinalInterval(WIDTH, HEIGHT, 1), random(3));
        assertEquals(WIDTH / 4 * (HEIGHT / 4), sum(hidden));
        for (int i = 0; i < values.length; i++)
            if (hidden[i] == 0) assertEquals(values[i], shown[i]);
    }

    @Test
    void everyPlaneOfAPatchHasItsOwnHiddenPixels() {
        float[] hidden =
                BlindSpot.POINT.hide(random(PIXELS * 5, 1), size(SIDE, SIDE, 5), random(3));
        for (int plane = 0; plane < 5; plane++)
            assertEquals(1, sum(Arrays.copyOfRange(hidden, plane * PIXELS, (plane + 1) * PIXELS)));
        assertTrue(
                IntStream.range(0, 5)
                                .map(plane -> indexOfOne(hidden, plane * PIXELS) - plane * PIXELS)
                                .distinct()
                                .count()
                        > 1);
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void whatIsShownDoesNotDependOnTheHiddenPixelOrItsLine(Line line) {
        BlindSpot blindSpot = line.blindSpot();
        for (int seed = 0; seed < 50; seed++) {
            float[] values = random(PIXELS, seed);
            float[] shown = values.clone();
            int place = indexOfOne(blindSpot.hide(shown, CELL, random(seed)), 0);
            float[] changed = values.clone();
            for (int i = -blindSpot.reach(); i <= blindSpot.reach(); i++) {
                int x = place % SIDE + (line == Line.Y ? 0 : i);
                int y = place / SIDE + (line == Line.Y ? i : 0);
                if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) changed[y * SIDE + x] += 1000;
            }
            blindSpot.hide(changed, CELL, random(seed));
            assertArrayEquals(shown, changed);
        }
    }

    @Test
    void aHiddenPixelIsShownAsTheMedianOfItsSurroundings() {
        int width = 3 * SIDE;
        float[] ramp = new float[width * SIDE];
        for (int i = 0; i < ramp.length; i++) ramp[i] = i % width; // the median around x is x
        for (int seed = 0; seed < 200; seed++) {
            float[] shown = ramp.clone();
            float[] hidden = BlindSpot.POINT.hide(shown, size(width, SIDE, 1), random(seed));
            for (int i = 0; i < shown.length; i++)
                if (hidden[i] == 1 && i % width >= 2 && i % width < width - 2)
                    assertEquals(i % width, shown[i]);
        }
    }

    @Test
    void theLineOfATurnedPatchIsTurnedWithIt() {
        // Grey values are their x, so that in the turned patch a line along x is a column.
        float[] values = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) values[i] = i;
        NoisyOnly image =
                new NoisyOnly(
                        ArrayImgs.floats(values, SIDE, SIDE, 1),
                        Line.X.blindSpot(),
                        new DataRange(0, PIXELS - 1),
                        List.of(IntensityMap.linear(0, 1)));
        var turned = new Orientation(true, List.of(false, false));
        Patch patch = image.cut(new PatchPlace(size(SIDE, SIDE, 1), turned), random(5));
        int column = indexOfOne(patch.counted().orElseThrow(), 0) % SIDE;
        int changed = 0;
        for (int i = 0; i < PIXELS; i++) {
            if (patch.noisy()[i] == patch.target()[i]) continue;
            assertEquals(column, i % SIDE);
            changed++;
        }
        assertTrue(changed > 2, "changed " + changed);
    }

    @Test
    void aPatchOfOnePixelIsLeftAsItIs() {
        float[] one = {7};
        assertArrayEquals(new float[1], BlindSpot.POINT.hide(one, size(1, 1, 1), random(1)));
        assertArrayEquals(new float[] {7}, one);
    }

    @Test
    void anUnknownMaskIsRefusedWithTheChoices() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Line.parse("z"));
        assertEquals("Unknown mask 'z': choose none, x or y.", e.getMessage());
        assertEquals(Line.Y, Line.parse(" y"));
    }

    private static Interval size(long... size) {
        return new FinalInterval(size);
    }

    private static SplittableRandom random(long seed) {
        return new SplittableRandom(seed);
    }

    private static float[] random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(100 + seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble();
        return values;
    }

    private static int sum(float[] values) {
        int sum = 0;
        for (float value : values) sum += (int) value;
        return sum;
    }

    private static int indexOfOne(float[] values, int from) {
        int i = from;
        while (values[i] != 1) i++;
        return i;
    }
}
