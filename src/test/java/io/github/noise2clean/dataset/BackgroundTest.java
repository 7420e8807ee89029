package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final int SIDE = 256;
    private static final long[] PATCH = {32, 32};

    @Test
    void aPatchBesideTheOnlyBrightSpotIsEmpty() {
        TrainingImage image = image(spot(100, 5));
        Background background = Background.of(image);
        assertFalse(background.covers(image, patch(image, 60, 60)));
        assertFalse(background.covers(image, patch(image, 80, 70)));
        assertTrue(background.covers(image, patch(image, 150, 150)));
    }

    @Test
    void theOffsetOfTheCameraDoesNotCount() {
        TrainingImage image = image(spot(10_000, 5));
        assertTrue(Background.of(image).covers(image, patch(image, 150, 150)));
    }

    @Test
    void aSpotInOneChannelFillsThePatch() {
        TrainingImage image = image(spot(100, 5), ArrayImgs.floats(SIDE, SIDE));
        Background background = Background.of(image);
        assertFalse(background.covers(image, patch(image, 60, 60)));
        assertFalse(background.covers(image, patch(image, 150, 150)));
        TrainingImage both = image(spot(100, 5), spot(0, 3));
        assertTrue(Background.of(both).covers(both, patch(both, 150, 150)));
    }

    @Test
    void nothingIsEmptyInNoiseOrInAConstantImage() {
        TrainingImage noise = image(noise(30));
        TrainingImage constant = image(ArrayImgs.floats(SIDE, SIDE));
        for (int x = 0; x < SIDE - 32; x += 16) {
            assertFalse(Background.of(noise).covers(noise, patch(noise, x, 100)));
            assertFalse(Background.of(constant).covers(constant, patch(constant, x, 100)));
        }
    }

    @Test
    void emptyPatchesAreRareInTheBatches() {
        TrainingImage image = image(spot(100, 5));
        assertEquals(0.30, shareWithSpot(image), 0.04);
    }

    @Test
    void anImageThatIsNearlyEmptyIsStillSeen() {
        RandomAccessibleInterval<FloatType> clean = ArrayImgs.floats(SIDE, SIDE);
        clean.getAt(200, 200).set(1000);
        Batch batch = new PatchSampler(List.of(image(clean)), PATCH, 1).batch(0, 50);
        assertEquals(50, batch.patches());
    }

    /** How many patches hold a part of the spot. */
    private static double shareWithSpot(TrainingImage image) {
        PatchSampler sampler = new PatchSampler(List.of(image), PATCH, 3);
        int found = 0;
        for (int step = 0; step < 100; step++) {
            Batch batch = sampler.batch(step, 10);
            for (int i = 0; i < 10; i++) if (brightest(batch, i) > 250) found++;
        }
        return found / 1000.0;
    }

    private static float brightest(Batch batch, int patch) {
        float brightest = 0;
        for (int i = 0; i < batch.patchValues(); i++)
            brightest = Math.max(brightest, batch.target()[patch * batch.patchValues() + i]);
        return brightest;
    }

    /** 200 brighter than the background in a square of 24 pixels, in noise. */
    private static RandomAccessibleInterval<FloatType> spot(float background, double noise) {
        RandomAccessibleInterval<FloatType> image = noise(noise);
        image.forEach(pixel -> pixel.set(pixel.get() + background));
        Views.interval(image, Intervals.createMinSize(64, 64, 24, 24))
                .forEach(pixel -> pixel.set(pixel.get() + 200));
        return image;
    }

    private static RandomAccessibleInterval<FloatType> noise(double deviation) {
        RandomGenerator random = Seeds.random(1, 2);
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) (deviation * random.nextGaussian());
        return ArrayImgs.floats(pixels, SIDE, SIDE);
    }

    @SafeVarargs
    private static TrainingImage image(RandomAccessibleInterval<FloatType>... channels) {
        RandomAccessibleInterval<FloatType> image = Views.stack(channels);
        return new TrainingImage.Pair(
                image,
                image,
                new DataRange(0, 255),
                Collections.nCopies(channels.length, IntensityMap.linear(0, 1)));
    }

    private static Interval patch(TrainingImage image, long x, long y) {
        return new FinalInterval(
                new long[] {x, y, 0}, new long[] {x + 31, y + 31, image.channels() - 1});
    }
}
