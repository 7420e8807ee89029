package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import org.junit.jupiter.api.Test;

class ImageChoiceTest {

    private static final long SEED = 5;

    /** Images of 2^24 pixels each, of which four are in turn. */
    private static final List<TrainingImage> LARGE = Collections.nCopies(200, image(4096, 4096));

    @Test
    void patchesOfNeighbouringStepsComeFromFewImages() {
        assertTrue(chosen(LARGE, 100).size() <= 4);
        Set<Integer> ofManySteps = new HashSet<>();
        for (int step = 100; step < 116; step++) ofManySteps.addAll(chosen(LARGE, step));
        assertTrue(ofManySteps.size() <= 5, ofManySteps.toString());
    }

    @Test
    void imagesAreExchangedOneAfterTheOther() {
        Set<Integer> before = chosen(LARGE, 100);
        Set<Integer> later = chosen(LARGE, 116);
        assertNotEquals(before, later);
        later.retainAll(before);
        assertEquals(3, later.size());
    }

    @Test
    void inTheLongRunEveryImageIsChosen() {
        Set<Integer> all = new HashSet<>();
        for (int step = 0; step < 64 * 400; step += 16) all.addAll(chosen(LARGE, step));
        assertEquals(200, all.size());
    }

    @Test
    void theChoiceDependsOnSeedAndStepOnly() {
        ImageChoice first = choice(LARGE);
        ImageChoice second = choice(LARGE);
        for (int step = 0; step < 500; step++) second.draw(Seeds.random(SEED, step), step);
        assertEquals(
                first.draw(Seeds.random(SEED, 300), 300),
                second.draw(Seeds.random(SEED, 300), 300));
    }

    @Test
    void ofADataSetThatFitsAnyImageMayComeNext() {
        List<TrainingImage> small = Collections.nCopies(16, image(1000, 1000));
        assertEquals(16, chosen(small, 0).size());
    }

    private static Set<Integer> chosen(List<TrainingImage> images, int step) {
        ImageChoice choice = choice(images);
        Set<Integer> found = new HashSet<>();
        LongStream.range(0, 200).forEach(i -> found.add(choice.draw(Seeds.random(i, step), step)));
        return found;
    }

    private static ImageChoice choice(List<TrainingImage> images) {
        return new ImageChoice(images, SEED);
    }

    private static TrainingImage image(long width, long height) {
        RandomAccessibleInterval<FloatType> pixels =
                ConstantUtils.constantRandomAccessibleInterval(
                        new FloatType(), new net.imglib2.FinalInterval(width, height, 1));
        return new TrainingImage.Pair(
                pixels, pixels, new DataRange(0, 1), List.of(IntensityMap.linear(0, 1)));
    }
}
