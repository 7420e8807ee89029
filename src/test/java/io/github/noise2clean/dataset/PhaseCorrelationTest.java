package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseCorrelationTest {

    private static final Blobs STILL = new Blobs(300, 280, 0, 0);

    @ParameterizedTest
    @CsvSource({"1, 0", "0, -2", "3, 4", "-7, 5", "0.5, 0", "-0.5, 1.5", "2.25, -0.75"})
    void aShiftIsFoundToAFractionOfAPixelInSpiteOfNoise(double x, double y) {
        for (double noise : new double[] {0, 10, 25}) {
            Shift found =
                    PhaseCorrelation.shift(STILL.image(0, 1), STILL.movedBy(x, y).image(noise, 2));
            assertEquals(x, found.x(), 0.25);
            assertEquals(y, found.y(), 0.25);
        }
    }

    @Test
    void brightnessAndContrastDoNotMatter() {
        var moved = STILL.movedBy(2, 1).image(10, 2);
        moved.forEach(pixel -> pixel.set(1000 + 0.3f * pixel.get()));
        Shift found = PhaseCorrelation.shift(STILL.image(0, 1), moved);
        assertEquals(2, found.x(), 0.25);
        assertEquals(1, found.y(), 0.25);
        assertTrue(found.matters());
    }

    @ParameterizedTest
    @CsvSource({"0", "20", "80"})
    void imagesThatAreNotShiftedGiveNoAlarm(double noise) {
        for (long seed = 1; seed < 8; seed++)
            assertQuiet(STILL.image(0, 1), STILL.image(noise, seed));
    }

    @Test
    void noiseAloneGivesNoAlarm() {
        for (long seed = 1; seed < 8; seed++)
            assertQuiet(image((x, y) -> 100, 0, 1), image((x, y) -> 100, 10, seed));
    }

    @Test
    void patternsThatRepeatThemselvesGiveNoAlarm() {
        DoubleBinaryOperator stripes = (x, y) -> x % 8 < 4 ? 200 : 50;
        DoubleBinaryOperator waves = (x, y) -> 100 + 50 * Math.sin(x) * Math.sin(y / 2);
        DoubleBinaryOperator slope = (x, y) -> x + 2 * y;
        for (long seed = 1; seed < 8; seed++) {
            assertQuiet(image(stripes, 0, 1), image(stripes, 30, seed));
            assertQuiet(image(waves, 0, 1), image(waves, 30, seed));
            assertQuiet(image(slope, 0, 1), image(slope, 30, seed));
        }
    }

    @Test
    void windowsAreComparedWhereTheyLie() {
        var image = STILL.image(0, 1);
        Shift found = PhaseCorrelation.shift(image, Views.translate(image, -40, 7));
        assertEquals(0, found.length(), 1e-3);
        assertTrue(found.confidence() > 20);
    }

    @Test
    void nothingIsSaidOfTinyOrConstantImages() {
        var tiny = new Blobs(31, 40, 0, 0);
        Shift none = PhaseCorrelation.shift(tiny.image(0, 1), tiny.movedBy(2, 0).image(0, 1));
        assertEquals(Shift.none(), none);
        assertFalse(none.matters());
        var zeros = ArrayImgs.floats(64, 64);
        assertEquals(Shift.none(), PhaseCorrelation.shift(zeros, zeros));
    }

    private static void assertQuiet(
            RandomAccessibleInterval<FloatType> still, RandomAccessibleInterval<FloatType> moved) {
        Shift found = PhaseCorrelation.shift(still, moved);
        assertFalse(found.matters(), found + ", confidence " + found.confidence());
    }

    private static RandomAccessibleInterval<FloatType> image(
            DoubleBinaryOperator grey, double noise, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[128 * 128];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] =
                    (float) (grey.applyAsDouble(i % 128, i / 128) + noise * random.nextGaussian());
        return ArrayImgs.floats(pixels, 128, 128);
    }
}
