package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class BatchTest {

    /** Three patches of two pixels, of which the network is shown two planes. */
    private static final Batch BATCH =
            new Batch(
                    new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
                    new float[] {20, 21, 30, 31, 40, 41},
                    Optional.of(new float[] {0, 0, 1, 0, 1, 1}),
                    List.of(1L, 1L, 2L),
                    Collections.nCopies(3, image()));

    @Test
    void partsHoldThePatchesInOrder() {
        List<Batch> parts = BATCH.parts(2);
        assertEquals(List.of(2, 1), parts.stream().map(Batch::patches).toList());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, parts.get(0).noisy());
        assertArrayEquals(new float[] {40, 41}, parts.get(1).target());
        assertEquals(2, parts.get(1).shownChannels());
    }

    @Test
    void onlyValuesThatCountAreCounted() {
        assertEquals(3, BATCH.countedValues());
        assertEquals(
                List.of(0.0, 1.0, 2.0), BATCH.parts(1).stream().map(Batch::countedValues).toList());
    }

    @Test
    void aBatchThatIsNotDividedIsNotCopied() {
        assertSame(BATCH, BATCH.parts(3).get(0));
    }

    private static TrainingImage image() {
        return new TrainingImage.Pair(
                ArrayImgs.floats(2, 1, 1),
                ArrayImgs.floats(2, 1, 1),
                new DataRange(0, 1),
                List.of(IntensityMap.linear(0, 1)));
    }
}
