package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SsimTest {

    private static RandomAccessibleInterval<FloatType> constant(float value, long... size) {
        var image = ArrayImgs.floats(size);
        for (FloatType pixel : image) pixel.set(value);
        return image;
    }

    private static RandomAccessibleInterval<FloatType> random(long seed, long... size) {
        Random random = new Random(seed);
        var image = ArrayImgs.floats(size);
        for (FloatType pixel : image) pixel.set(random.nextFloat());
        return image;
    }

    @Test
    void definitionsAreReadByName() {
        assertEquals(SsimDefinition.SKIMAGE, SsimDefinition.parse("skimage"));
        assertEquals(SsimDefinition.WANG, SsimDefinition.parse(" Wang "));
        assertEquals(
                "Unknown SSIM definition 'psnr': choose skimage or wang.",
                assertThrows(IllegalArgumentException.class, () -> SsimDefinition.parse("psnr"))
                        .getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void theWindowSumsToOneAndIsSymmetric(SsimDefinition definition) {
        double[] weights = definition.weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            assertEquals(weights[i], weights[weights.length - 1 - i]);
        }
        assertEquals(1, sum, 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void equalImagesScoreOne(SsimDefinition definition) {
        var image = random(1, 20, 15);
        assertEquals(1, new Ssim(definition, 1).mean(image, image), 1e-12);
    }

    /** Without variance only the means count: (2 * 1 * 3 + c1) / (1 + 9 + c1), c1 = 0.01. */
    @ParameterizedTest
    @EnumSource
    void constantImagesDifferByTheirMeansAlone(SsimDefinition definition) {
        double ssim = new Ssim(definition, 10).mean(constant(1, 12, 12), constant(3, 12, 12));
        assertEquals(6.01 / 10.01, ssim, 1e-12);
    }

    /** One bright pixel of 49, and none: mean 1/7, variance 1 - 1/49 times 49/48, which is 1. */
    @Test
    void oneBrightPixelInOneWindow() {
        var reference = constant(0, 7, 7);
        reference.getAt(3, 3).set(7);
        double c1 = 1e-4;
        double c2 = 9e-4;
        double expected = c1 * c2 / ((1 / 49.0 + c1) * (1 + c2));
        double ssim = new Ssim(SsimDefinition.SKIMAGE, 1).mean(reference, constant(0, 7, 7));
        assertEquals(expected, ssim, 1e-12);
    }

    @Test
    void aVolumeOfEqualPlanesScoresLikeItsPlaneButForTheCovariance() {
        Ssim wang = new Ssim(SsimDefinition.WANG, 1);
        var plane = random(2, 13, 14);
        var other = random(3, 13, 14);
        double expected = wang.mean(plane, other);
        assertEquals(expected, wang.mean(repeated(plane), repeated(other)), 1e-12);
    }

    private static RandomAccessibleInterval<FloatType> repeated(
            RandomAccessibleInterval<FloatType> plane) {
        return Views.addDimension(plane, 0, 11);
    }

    @Test
    void theMapHasTheSizeOfTheImageAndMirrorsItsBorders() {
        var map = new Ssim(SsimDefinition.SKIMAGE, 10).map(constant(1, 9, 8), constant(3, 9, 8));
        assertArrayEquals(new long[] {9, 8}, map.dimensionsAsLongArray());
        assertEquals(6.01 / 10.01, map.getAt(0, 0).get(), 1e-12);
    }

    /** Each thread computes slices of its own, and the windows at their ends see the others'. */
    @ParameterizedTest
    @EnumSource
    void theMapDoesNotDependOnTheThreads(SsimDefinition definition) throws Exception {
        Ssim ssim = new Ssim(definition, 1);
        var reference = random(1, 12, 11, 64);
        var test = random(2, 12, 11, 64);
        double[] alone = values(1, () -> ssim.map(reference, test));
        assertArrayEquals(alone, values(3, () -> ssim.map(reference, test)));
    }

    /** By the definition: the windows of a pixel in a corner, pixel by pixel. */
    @Test
    void theMapIsThatOfTheDefinitionAtTheBorder() {
        var reference = random(1, 15, 16);
        var test = random(2, 15, 16);
        double[] sums = new double[5];
        for (int dy = -3; dy <= 3; dy++)
            for (int dx = -3; dx <= 3; dx++) {
                int x = dx < 0 ? -1 - dx : dx;
                int row = dy < 0 ? -1 - dy : dy;
                double a = reference.getAt(x, row).get();
                double b = test.getAt(x, row).get();
                double[] terms = {a, b, a * a, b * b, a * b};
                for (int i = 0; i < sums.length; i++) sums[i] += terms[i] / 49;
            }
        double covariance = 49 / 48.0 * (sums[4] - sums[0] * sums[1]);
        double variances = 49 / 48.0 * (sums[2] + sums[3] - sums[0] * sums[0] - sums[1] * sums[1]);
        double expected =
                (2 * sums[0] * sums[1] + 1e-4)
                        / (sums[0] * sums[0] + sums[1] * sums[1] + 1e-4)
                        * (2 * covariance + 9e-4)
                        / (variances + 9e-4);
        double corner = new Ssim(SsimDefinition.SKIMAGE, 1).map(reference, test).getAt(0, 0).get();
        assertEquals(expected, corner, 1e-12);
    }

    private static double[] values(
            int threads, Callable<RandomAccessibleInterval<DoubleType>> source) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        RandomAccessibleInterval<DoubleType> map = pool.submit(source).get();
        pool.shutdown();
        double[] values = new double[(int) map.size()];
        int i = 0;
        for (DoubleType pixel : Views.flatIterable(map)) values[i++] = pixel.get();
        return values;
    }

    @Test
    void pixelTypesMayDiffer() {
        byte[] values = new byte[81];
        values[40] = 9;
        var bytes = ArrayImgs.unsignedBytes(values, 9, 9);
        var floats = constant(0, 9, 9);
        floats.getAt(4, 4).set(9);
        RandomAccessibleInterval<UnsignedByteType> reference = bytes;
        assertEquals(1, new Ssim(SsimDefinition.SKIMAGE, 255).mean(reference, floats), 1e-12);
    }

    @Test
    void anImageSmallerThanTheWindowIsRefused() {
        var image = constant(1, 30, 10);
        var e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Ssim(SsimDefinition.WANG, 1).mean(image, image));
        assertEquals(
                "The SSIM window of 11 pixels is larger than the image of 30 x 10 pixels.",
                e.getMessage());
    }

    @Test
    void imagesOfDifferentSizeAreRefused() {
        Ssim ssim = new Ssim(SsimDefinition.SKIMAGE, 1);
        var e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ssim.mean(constant(1, 9, 9), constant(1, 9, 8)));
        assertTrue(e.getMessage().contains("9 x 9 pixels, the test image 9 x 8"), e.getMessage());
    }

    @Test
    void theDataRangeMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new Ssim(SsimDefinition.SKIMAGE, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new Ssim(SsimDefinition.WANG, Double.NaN));
    }
}
