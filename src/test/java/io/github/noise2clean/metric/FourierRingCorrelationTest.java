package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourierRingCorrelationTest {

    private static final int WAVES = 400;

    /** The ring of the cut-off is 0.2 times the shorter side: two rings are allowed for. */
    @ParameterizedTest
    @CsvSource({"128, 128", "100, 100", "157, 157", "90, 210", "300, 101"})
    void noisyCopiesOfABandLimitedImageAgreeUpToItsLimit(int width, int height) {
        var sharp = bandLimited(0.2, width, height);
        double pixels =
                FourierRingCorrelation.of(noisy(sharp, 1), noisy(sharp, 2))
                        .resolution()
                        .orElseThrow();
        int side = Math.min(width, height);
        assertEquals(0.2 * side, side / pixels, 2);
    }

    @Test
    void independentNoisesHaveNoResolution() {
        var nothing = ArrayImgs.floats(96, 70);
        for (int seed = 0; seed < 200; seed += 2)
            assertEquals(
                    OptionalDouble.empty(),
                    FourierRingCorrelation.of(noisy(nothing, seed), noisy(nothing, seed + 1))
                            .resolution(),
                    "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "50, 71", "9, 9"})
    void equalImagesAgreeUpToNyquist(int width, int height) {
        var image = noisy(ArrayImgs.floats(width, height), 1);
        assertEquals(OptionalDouble.of(2), FourierRingCorrelation.of(image, image).resolution());
    }

    @Test
    void scaleAndOffsetDoNotMatter() {
        var image = noisy(ArrayImgs.floats(40, 40), 1);
        var other = noisy(ArrayImgs.floats(40, 40), 1);
        for (FloatType pixel : other) pixel.set(3 * pixel.get() + 1000);
        List<Double> curve = FourierRingCorrelation.of(image, other).curve();
        for (double correlation : curve) assertEquals(1, correlation, 1e-5);
    }

    @Test
    void invertedImagesDisagreeInEveryRing() {
        var image = noisy(ArrayImgs.floats(33, 33), 1);
        var inverted = noisy(ArrayImgs.floats(33, 33), 1);
        for (FloatType pixel : inverted) pixel.set(-pixel.get());
        List<Double> curve = FourierRingCorrelation.of(image, inverted).curve();
        assertEquals(16, curve.size());
        for (double correlation : curve) assertEquals(-1, correlation, 1e-5);
    }

    @Test
    void constantImagesHaveNoResolution() {
        var black = ArrayImgs.floats(64, 64);
        assertEquals(OptionalDouble.empty(), FourierRingCorrelation.of(black, black).resolution());
    }

    @Test
    void ringsAreOnePeriodPerSideApart() {
        var image = noisy(ArrayImgs.floats(10, 10), 1);
        assertEquals(
                List.of(0.1, 0.2, 0.3, 0.4, 0.5),
                FourierRingCorrelation.of(image, image).frequencies());
    }

    /** The figures are those of a separate computation in NumPy, with complex transforms. */
    @Test
    void theCurveIsThatOfNumPy() {
        var curve = FourierRingCorrelation.of(pattern(0), pattern(1)).curve();
        assertEquals(30, curve.size());
        assertEquals(0.89502902, curve.get(0), 1e-6);
        assertEquals(0.86270334, curve.get(4), 1e-6);
        assertEquals(0.75663234, curve.get(12), 1e-6);
        assertEquals(0.81747227, curve.get(29), 2e-5);
    }

    @Test
    void planesOfAStackCountTogether() {
        var sharp = bandLimited(0.2, 64, 64);
        var first = Views.stack(noisy(sharp, 1), noisy(sharp, 2));
        var second = Views.stack(noisy(sharp, 3), noisy(sharp, 4));
        double pixels = FourierRingCorrelation.of(first, second).resolution().orElseThrow();
        assertEquals(0.2 * 64, 64 / pixels, 2);
    }

    @Test
    void imagesOfDifferentSizeAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FourierRingCorrelation.of(ArrayImgs.floats(9, 9), ArrayImgs.floats(9, 8)));
    }

    /** Waves of all directions, evenly distributed over the frequencies up to the limit. */
    private static RandomAccessibleInterval<FloatType> bandLimited(
            double limit, int width, int height) {
        Random random = new Random(7);
        double[][] waves = new double[WAVES][];
        for (int i = 0; i < WAVES; i++) waves[i] = wave(limit, random);
        var image = ArrayImgs.floats(width, height);
        Cursor<FloatType> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            double sum = 0;
            for (double[] wave : waves)
                sum +=
                        Math.cos(
                                wave[0] * cursor.getIntPosition(0)
                                        + wave[1] * cursor.getIntPosition(1)
                                        + wave[2]);
            cursor.get().set((float) (sum / Math.sqrt(WAVES)));
        }
        return image;
    }

    private static double[] wave(double limit, Random random) {
        double frequency = 2 * Math.PI * limit * Math.sqrt(random.nextDouble());
        double direction = 2 * Math.PI * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        return new double[] {
            frequency * Math.cos(direction), frequency * Math.sin(direction), phase
        };
    }

    private static RandomAccessibleInterval<FloatType> noisy(
            RandomAccessibleInterval<FloatType> image, long seed) {
        Random random = new Random(seed);
        var noisy = ArrayImgs.floats(image.dimensionsAsLongArray());
        Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
        for (FloatType pixel : noisy)
            pixel.set((float) (cursor.next().get() + random.nextGaussian()));
        return noisy;
    }

    /** 61 x 75 pixels of waves, to which {@code ripple} adds a fine one. */
    private static RandomAccessibleInterval<FloatType> pattern(double ripple) {
        var image = ArrayImgs.floats(61, 75);
        Cursor<FloatType> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            double x = cursor.getIntPosition(0);
            double y = cursor.getIntPosition(1);
            double value = Math.sin(0.01 * (x * x + y * y)) + Math.cos(0.3 * x - 0.7 * y);
            cursor.get().set((float) (value + ripple * Math.cos(0.02 * x * y)));
        }
        return image;
    }
}
