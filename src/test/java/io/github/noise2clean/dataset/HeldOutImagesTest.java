package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.noise.NoiseModel;
import java.util.Collections;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class HeldOutImagesTest {

    private static final DataRange RANGE = new DataRange(0, 100);

    @Test
    void cornersHaveTheSizeThatAllImagesHave() {
        TrainingSet images = heldOut(pair(5, 4, 1), pair(3, 9, 1), pair(8, 8, 1));
        HeldOutImages shown = HeldOutImages.of(images, 8, 100);
        assertArrayEquals(new int[] {3, 4, 1, 1, 3}, shown.clean().orElseThrow().getDimensions());
        assertEquals(RANGE, shown.range());
    }

    @Test
    void noMoreIsShownThanAskedFor() {
        TrainingSet images = heldOut(pair(5, 4, 1), pair(3, 9, 1), pair(8, 8, 1));
        HeldOutImages shown = HeldOutImages.of(images, 2, 3);
        assertArrayEquals(new int[] {3, 3, 1, 1, 2}, shown.noisy().getDimensions());
    }

    @Test
    void channelsOfPairsAreShownFromTheImagesOwnCorner() {
        TrainingImage lowerRight = crop(pair(5, 4, 2));
        HeldOutImages shown = HeldOutImages.of(heldOut(lowerRight), 1, 2);
        assertArrayEquals(new int[] {2, 2, 2, 1, 1}, shown.clean().orElseThrow().getDimensions());
        assertArrayEquals(
                new float[] {13, 14, 18, 19},
                (float[]) shown.clean().orElseThrow().getStack().getPixels(1));
        assertArrayEquals(
                new float[] {133, 134, 138, 139}, (float[]) shown.noisy().getStack().getPixels(2));
    }

    @Test
    void addedNoiseIsAlwaysTheSame() {
        TrainingImage image =
                new TrainingImage.WithNoise(
                        ramp(4, 4, 1, 0),
                        NoiseModel.parse("masking:100%"),
                        RANGE,
                        List.of(IntensityMap.linear(0, 100)));
        HeldOutImages shown = HeldOutImages.of(heldOut(image), 1, 4);
        assertArrayEquals(new float[16], (float[]) shown.noisy().getProcessor().getPixels());
        assertEquals(15, shown.clean().orElseThrow().getProcessor().getf(3, 3));
    }

    @Test
    void whatIsNoisyItselfIsNotShownAsTheOriginal() {
        TrainingImage repeats =
                new Repeats(
                        List.of(ramp(4, 4, 1, 0), ramp(4, 4, 1, 50)),
                        false,
                        RANGE,
                        List.of(IntensityMap.linear(0, 100)));
        HeldOutImages shown = HeldOutImages.of(heldOut(repeats), 1, 4);
        assertTrue(shown.clean().isEmpty());
        assertEquals(15, shown.noisy().getProcessor().getf(3, 3));
    }

    private static TrainingSet heldOut(TrainingImage... images) {
        return new TrainingSet(List.of(), List.of(images));
    }

    /** Noisy grey values are those of the clean image and 100. */
    private static TrainingImage pair(int width, int height, int channels) {
        return new TrainingImage.Pair(
                ramp(width, height, channels, 100),
                ramp(width, height, channels, 0),
                RANGE,
                Collections.nCopies(channels, IntensityMap.linear(0, 100)));
    }

    private static TrainingImage crop(TrainingImage image) {
        return image.crop(
                new net.imglib2.FinalInterval(new long[] {3, 2, 0}, new long[] {4, 3, 1}));
    }

    private static RandomAccessibleInterval<FloatType> ramp(
            int width, int height, int channels, int first) {
        float[] pixels = new float[width * height * channels];
        for (int i = 0; i < pixels.length; i++) pixels[i] = first + i;
        return ArrayImgs.floats(pixels, width, height, channels);
    }
}
