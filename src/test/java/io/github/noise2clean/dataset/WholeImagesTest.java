package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.noise.NoiseModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class WholeImagesTest {

    private static final int IMAGES = 10;

    @Test
    void everyImageIsShownOnceAnEpochAlsoWhereBatchesCrossItsEnd() {
        WholeImages source = new WholeImages(images(), 5);
        List<Float> shown = new ArrayList<>();
        for (int step = 0; step < 10; step++) shown.addAll(numbers(source.batch(step, 4)));
        for (int epoch = 0; epoch < 4; epoch++)
            assertEquals(
                    IntStream.range(0, IMAGES).mapToObj(i -> (float) i).toList(),
                    sorted(shown.subList(epoch * IMAGES, (epoch + 1) * IMAGES)));
    }

    @Test
    void theOrderDiffersFromEpochToEpoch() {
        WholeImages source = new WholeImages(images(), 5);
        assertNotEquals(numbers(source.batch(0, IMAGES)), numbers(source.batch(1, IMAGES)));
    }

    @Test
    void aBatchDependsOnSeedAndStepOnly() {
        WholeImages source = new WholeImages(noisyImages(), 5);
        Batch later = source.batch(7, 3);
        source.batch(2, 3);
        assertArrayEquals(later.noisy(), source.batch(7, 3).noisy());
        assertArrayEquals(later.noisy(), new WholeImages(noisyImages(), 5).batch(7, 3).noisy());
        assertNotEquals(numbers(later), numbers(new WholeImages(noisyImages(), 6).batch(7, 3)));
    }

    @Test
    void imagesStandUpright() {
        float[] pixels = {0, 1, 2, 3, 4, 5, 6, 7};
        WholeImages source = new WholeImages(List.of(pair(pixels, 2, 2, 2)), 1);
        Batch batch = source.batch(3, 1);
        assertArrayEquals(pixels, batch.target());
        assertEquals(List.of(2L, 2L, 2L), batch.size());
    }

    @Test
    void imagesOfDifferentSizesAreRefused() {
        List<TrainingImage> images =
                List.of(pair(new float[4], 2, 2, 1), pair(new float[6], 3, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new WholeImages(images, 1));
    }

    private static List<TrainingImage> images() {
        return IntStream.range(0, IMAGES)
                .mapToObj(i -> pair(new float[] {i, i, i, i}, 2, 2, 1))
                .toList();
    }

    private static List<TrainingImage> noisyImages() {
        NoiseModel noise = NoiseModel.parse("gaussian:25", false);
        return images().stream()
                .<TrainingImage>map(
                        image ->
                                new TrainingImage.WithNoise(
                                        image.target(), noise, image.range(), image.intensities()))
                .toList();
    }

    private static TrainingImage pair(float[] pixels, long... size) {
        var image = ArrayImgs.floats(pixels, size);
        List<IntensityMap> maps = Collections.nCopies((int) size[2], IntensityMap.linear(0, 1));
        return new TrainingImage.Pair(image, image, new DataRange(0, 1), maps);
    }

    private static List<Float> numbers(Batch batch) {
        return IntStream.range(0, batch.patches())
                .mapToObj(i -> batch.target()[i * batch.patchValues()])
                .toList();
    }

    private static List<Float> sorted(List<Float> values) {
        return values.stream().sorted().toList();
    }
}
