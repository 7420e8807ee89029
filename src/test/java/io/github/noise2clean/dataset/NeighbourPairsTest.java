package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

class NeighbourPairsTest {

    private static final int WIDTH = 9;
    private static final int HEIGHT = 13;
    private static final List<IntensityMap> AS_IT_IS = List.of(IntensityMap.linear(0, 1));

    /** Every pixel holds its own number. */
    private final NeighbourPairs pairs = pairs(numbers());

    @Test
    void theTwoOfEveryPairShareASide() {
        Set<Integer> differences = new TreeSet<>();
        RandomGenerator random = Seeds.random(1, 1);
        for (int i = 0; i < 50; i++) {
            Patch patch = pairs.cut(PatchPlace.random(random, pairs.target(), size(4, 4)), random);
            for (int j = 0; j < 16; j++)
                differences.add((int) (patch.target()[j] - patch.noisy()[j]));
        }
        assertEquals(Set.of(-WIDTH, -1, 1, WIDTH), differences);
    }

    @Test
    void thePixelsShownKeepTheirOrder() {
        Patch patch = pairs.cut(PatchPlace.whole(pairs.target()), Seeds.random(1, 2));
        int width = WIDTH / 2;
        for (int i = 0; i < patch.noisy().length; i++) {
            int shown = (int) patch.noisy()[i];
            assertTrue(Math.abs(shown % WIDTH - 2 * (i % width)) <= 2, "x of " + shown);
            assertTrue(Math.abs(shown / WIDTH - 2 * (i / width)) <= 2, "y of " + shown);
        }
    }

    @Test
    void allPixelsTakePart() {
        Set<Float> shown = new TreeSet<>();
        RandomGenerator random = Seeds.random(1, 3);
        for (int i = 0; i < 400; i++)
            for (float value : pairs.cut(PatchPlace.whole(pairs.target()), random).noisy())
                shown.add(value);
        assertEquals(WIDTH * (HEIGHT - 1) + WIDTH - 1, shown.size(), 1);
    }

    @Test
    void theImageIsHalvedAndAnOddLineLeftOut() {
        assertArrayEquals(size(4, 6, 1), pairs.target().dimensionsAsLongArray());
        assertArrayEquals(size(4, 6, 1), pairs.noisy(1).dimensionsAsLongArray());
        assertEquals(0, pairs.noisy(1).getAt(0, 0, 0).get());
        assertEquals(WIDTH + 1, pairs.target().getAt(0, 0, 0).get());
        assertEquals(24, pairs.pixels());
    }

    @Test
    void aCropIsHalvedToo() {
        TrainingImage crop = pairs.crop(Intervals.createMinMax(1, 2, 0, 3, 5, 0));
        assertArrayEquals(size(3, 4, 1), crop.target().dimensionsAsLongArray());
        assertEquals(4 * WIDTH + 2, crop.noisy(1).getAt(0, 0, 0).get());
    }

    @Test
    void aPixelThatIsNotFiniteCountsAsItsNeighbour() {
        RandomAccessibleInterval<FloatType> image = numbers();
        image.getAt(2, 2, 0).set(Float.NaN);
        image.getAt(7, 7, 0).set(Float.NEGATIVE_INFINITY);
        NeighbourPairs holes = pairs(image);
        RandomGenerator random = Seeds.random(1, 4);
        int equal = 0;
        for (int i = 0; i < 50; i++) {
            Patch patch = holes.cut(PatchPlace.whole(holes.target()), random);
            for (int j = 0; j < patch.noisy().length; j++) {
                assertTrue(Float.isFinite(patch.noisy()[j]) && Float.isFinite(patch.target()[j]));
                if (patch.noisy()[j] == patch.target()[j]) equal++;
            }
        }
        assertTrue(equal > 20 && equal < 80, equal + " of about 50");
    }

    @Test
    void nothingButHolesIsZero() {
        RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(4, 4, 1);
        image.forEach(pixel -> pixel.set(Float.NaN));
        Patch patch =
                new NeighbourPairs(image, new DataRange(0, 0), List.of(IntensityMap.linear(7, 2)))
                        .cut(PatchPlace.whole(new FinalInterval(2, 2, 1)), Seeds.random(1, 5));
        assertArrayEquals(new float[4], patch.noisy());
        assertArrayEquals(new float[4], patch.target());
    }

    @Test
    void everyPlaneOfEveryChannelIsAnImage() {
        RandomAccessibleInterval<FloatType> stack = ArrayImgs.floats(8, 6, 2, 3);
        stack.getAt(0, 0, 1, 0).set(10);
        List<TrainingImage> images =
                NeighbourPairs.of(
                        new AxisImage(stack, List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z)),
                        new Normalization.MeanStd());
        assertEquals(6, images.size());
        assertEquals(0, images.get(2).intensities().get(0).restore(0));
        assertEquals(10.0 / 144, images.get(3).intensities().get(0).restore(0), 1e-6);
    }

    @Test
    void aSingleRowHasNoBlocks() {
        RandomAccessibleInterval<FloatType> row = ArrayImgs.floats(9, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> pairs(row));
    }

    private static NeighbourPairs pairs(RandomAccessibleInterval<FloatType> image) {
        return new NeighbourPairs(image, new DataRange(0, 100), AS_IT_IS);
    }

    private static RandomAccessibleInterval<FloatType> numbers() {
        float[] pixels = new float[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i;
        return ArrayImgs.floats(pixels, WIDTH, HEIGHT, 1);
    }

    private static long[] size(long... size) {
        return size;
    }
}
