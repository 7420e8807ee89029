package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.noise.NoiseModel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PatchSamplerTest {

    private static final DataRange RANGE = new DataRange(0, 255);
    private static final List<IntensityMap> IDENTITY = List.of(IntensityMap.linear(0, 1));

    @Test
    void patchesStayUprightOnRequest() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(20, 10))), size(5, 5), false, 3);
        for (int step = 0; step < 100; step++) {
            float[] patch = sampler.batch(step, 1).target();
            assertEquals(1, patch[1] - patch[0]);
            assertEquals(20, patch[5] - patch[0]);
        }
    }

    @Test
    void batchDependsOnSeedAndStepOnly() {
        PatchSampler first = new PatchSampler(List.of(noisy(ramp(31, 17))), size(8, 8), 5);
        PatchSampler second = new PatchSampler(List.of(noisy(ramp(31, 17))), size(8, 8), 5);
        Batch late = first.batch(7, 3);
        for (int step = 0; step < 7; step++) second.batch(step, 3);
        assertArrayEquals(late.noisy(), second.batch(7, 3).noisy());
        assertArrayEquals(late.target(), second.batch(7, 3).target());
    }

    @Test
    void anotherStepOrSeedGivesOtherPatches() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(64, 64))), size(8, 8), 5);
        PatchSampler other = new PatchSampler(List.of(clean(ramp(64, 64))), size(8, 8), 6);
        float[] batch = sampler.batch(0, 4).target();
        assertFalse(Arrays.equals(batch, sampler.batch(1, 4).target()));
        assertFalse(Arrays.equals(batch, other.batch(0, 4).target()));
    }

    @Test
    void squarePatchIsSeenInAllEightOrientations() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(2, 2))), size(2, 2), 1);
        Set<List<Float>> seen = new HashSet<>();
        for (int step = 0; step < 100; step++) seen.add(boxed(sampler.batch(step, 1).target()));
        Set<List<Float>> flipsAndTurns =
                Set.of(
                        List.of(0f, 1f, 2f, 3f),
                        List.of(1f, 0f, 3f, 2f),
                        List.of(2f, 3f, 0f, 1f),
                        List.of(3f, 2f, 1f, 0f),
                        List.of(0f, 2f, 1f, 3f),
                        List.of(2f, 0f, 3f, 1f),
                        List.of(1f, 3f, 0f, 2f),
                        List.of(3f, 1f, 2f, 0f));
        assertEquals(flipsAndTurns, seen);
    }

    @Test
    void oblongPatchIsOnlyFlipped() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(3, 1))), size(3, 1), 1);
        Set<List<Float>> seen = new HashSet<>();
        for (int step = 0; step < 50; step++) seen.add(boxed(sampler.batch(step, 1).target()));
        assertEquals(Set.of(List.of(0f, 1f, 2f), List.of(2f, 1f, 0f)), seen);
    }

    @Test
    void volumeIsFlippedAlongZ() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(2, 2, 2))), size(2, 2, 2), 1);
        Set<List<Float>> seen = new HashSet<>();
        for (int step = 0; step < 300; step++) seen.add(boxed(sampler.batch(step, 1).target()));
        assertEquals(16, seen.size());
        assertEquals(List.of(1L, 2L, 2L, 2L), sampler.batch(0, 1).size());
    }

    @Test
    void patchIsPartOfTheImage() {
        PatchSampler sampler = new PatchSampler(List.of(clean(ramp(20, 10))), size(5, 1), 3);
        for (int step = 0; step < 50; step++) {
            float[] row = sampler.batch(step, 1).target();
            for (int i = 1; i < row.length; i++) assertEquals(row[1] - row[0], row[i] - row[i - 1]);
            assertEquals(1, Math.abs(row[1] - row[0]));
        }
    }

    @Test
    void pairsStayAligned() {
        RandomAccessibleInterval<FloatType> clean = ramp(33, 21);
        RandomAccessibleInterval<FloatType> noisy = ramp(33, 21);
        noisy.forEach(pixel -> pixel.set(pixel.get() + 1000));
        TrainingImage pair = new TrainingImage.Pair(noisy, clean, RANGE, IDENTITY);
        TrainingImage part =
                pair.crop(new FinalInterval(new long[] {3, 4, 0}, new long[] {29, 20, 0}));
        Batch batch = new PatchSampler(List.of(part), size(8, 8), 2).batch(0, 16);
        for (int i = 0; i < batch.target().length; i++)
            assertEquals(batch.target()[i] + 1000, batch.noisy()[i]);
    }

    @Test
    void pairsOfDifferentPlacesAreRefused() {
        RandomAccessibleInterval<FloatType> image = ramp(8, 8);
        RandomAccessibleInterval<FloatType> moved = Views.translate(image, 1, 0, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingImage.Pair(moved, image, RANGE, IDENTITY));
    }

    @Test
    void bothPatchesAreNormalized() {
        IntensityMap map = IntensityMap.linear(100, 50);
        RandomAccessibleInterval<FloatType> noisy = constant(200);
        TrainingImage pair = new TrainingImage.Pair(noisy, constant(150), RANGE, List.of(map));
        Batch batch = new PatchSampler(List.of(pair), size(1, 1), 1).batch(0, 1);
        assertArrayEquals(new float[] {2}, batch.noisy());
        assertArrayEquals(new float[] {1}, batch.target());
    }

    @Test
    void aCleanTargetIsWhatStabilizedNoiseIsInTheMean() {
        IntensityMap map = Normalization.parse("anscombe:2,100,5").fit(constant(0));
        TrainingImage pair =
                new TrainingImage.Pair(constant(120), constant(110), RANGE, List.of(map));
        Batch batch = new PatchSampler(List.of(pair), size(1, 1), 1).batch(0, 1);
        assertEquals(map.normalize(120), batch.noisy()[0]);
        assertEquals(map.normalizeClean(110), batch.target()[0]);
        assertEquals(110, map.restore(batch.target()[0]), 1e-3);
    }

    @Test
    void smallImageIsContinuedByItsMirrorImage() {
        TrainingImage pair = clean(ramp(3, 1));
        Batch batch = new PatchSampler(List.of(pair), size(7, 2), 4).batch(0, 1);
        float[] row = Arrays.copyOf(batch.target(), 7);
        if (row[0] != 0 || row[1] != 1) row = reversed(row);
        assertArrayEquals(new float[] {0, 1, 2, 2, 1, 0, 0}, row);
    }

    @Test
    void everyPixelIsAsLikelyWhateverTheImageSizes() {
        TrainingImage large = clean(ramp(30, 30));
        TrainingImage small = clean(ramp(10, 10));
        Batch batch = new PatchSampler(List.of(small, large), size(1, 1), 9).batch(0, 10_000);
        long ofSmall = batch.images().stream().filter(small::equals).count();
        assertEquals(1000, ofSmall, 100);
    }

    @Test
    void syntheticNoiseIsFreshAtEveryLook() {
        TrainingImage image = noisy(constant(100));
        Batch batch = new PatchSampler(List.of(image), size(1, 1), 1).batch(0, 5000);
        double sum = 0;
        double squares = 0;
        for (float pixel : batch.noisy()) {
            sum += pixel - 100;
            squares += (pixel - 100) * (pixel - 100);
        }
        assertEquals(0, sum / 5000, 1.5);
        assertEquals(25, Math.sqrt(squares / 5000), 1);
    }

    @Test
    void imageOfOtherAxesIsRefused() {
        List<TrainingImage> planes = List.of(clean(ramp(8, 8)));
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new PatchSampler(planes, size(4, 4, 4), 1));
        assertTrue(refused.getMessage().contains("3 axes"));
    }

    private static TrainingImage clean(RandomAccessibleInterval<FloatType> image) {
        return new TrainingImage.Pair(image, image, RANGE, IDENTITY);
    }

    private static TrainingImage noisy(RandomAccessibleInterval<FloatType> image) {
        NoiseModel noise = NoiseModel.parse("gaussian:25", false);
        return new TrainingImage.WithNoise(image, noise, RANGE, IDENTITY);
    }

    private static RandomAccessibleInterval<FloatType> ramp(long... size) {
        float[] pixels = new float[(int) Arrays.stream(size).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i;
        return Views.addDimension(ArrayImgs.floats(pixels, size), 0, 0);
    }

    private static RandomAccessibleInterval<FloatType> constant(float value) {
        return ArrayImgs.floats(new float[] {value}, 1, 1, 1);
    }

    private static long[] size(long... size) {
        return size;
    }

    private static List<Float> boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < boxed.length; i++) boxed[i] = values[i];
        return List.of(boxed);
    }

    private static float[] reversed(float[] values) {
        float[] reversed = new float[values.length];
        for (int i = 0; i < values.length; i++) reversed[i] = values[values.length - 1 - i];
        return reversed;
    }
}
