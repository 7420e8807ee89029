package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseCorrelationTest {

    private static final double[] NOT = {1};

    @ParameterizedTest
    @ValueSource(strings = {"gaussian:5", "gaussian:25", "poisson:30", "poisson-gaussian:100,3"})
    void whiteNoiseIsNotTakenForCorrelated(String noise) {
        for (long seed = 0; seed < 8; seed++) {
            NoiseCorrelation found = NoiseCorrelation.of(List.of(NoisyScene.with(noise, seed)));
            assertEquals(CorrelatedAxes.NONE, found.verdict(), found.toString());
            assertEquals(Optional.empty(), found.maskAxis());
            for (double r : found.alongX()) assertEquals(0, r, 0.1);
            for (double r : found.alongY()) assertEquals(0, r, 0.1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1 1,     0.5,   0",
        "1 2 1,   0.667, 0.167",
        "1 3 1,   0.545, 0.091",
        "3 1,     0.3,   0",
        "1 1 1 1, 0.75,  0.5",
        "1 -1,    -0.5,  0"
    })
    void theCorrelationOfFilteredNoiseIsMeasured(String weights, double first, double second) {
        for (long seed = 0; seed < 4; seed++) {
            NoiseCorrelation x = smeared(weights(weights), NOT, seed);
            assertEquals(CorrelatedAxes.ALONG_X, x.verdict(), x.toString());
            assertEquals(first, x.alongX().get(0), 0.1);
            assertEquals(second, x.alongX().get(1), 0.1);
            NoiseCorrelation y = smeared(NOT, weights(weights), seed);
            assertEquals(CorrelatedAxes.ALONG_Y, y.verdict(), y.toString());
            assertEquals(first, y.alongY().get(0), 0.1);
            assertEquals(second, y.alongY().get(1), 0.1);
        }
    }

    @Test
    void aCorrelationOfPixelsFurtherApartCountsAsWell() {
        NoiseCorrelation found = smeared(weights("1 0 0 1"), NOT, 1);
        assertEquals(CorrelatedAxes.ALONG_X, found.verdict());
        assertEquals(0.5, found.alongX().get(2), 0.1);
    }

    @Test
    void noiseFilteredBothWaysIsCorrelatedAlongBothAxes() {
        NoiseCorrelation found = smeared(weights("1 1"), weights("1 2 1"), 3);
        assertEquals(CorrelatedAxes.BOTH, found.verdict());
        assertEquals(0.5, found.alongX().get(0), 0.1);
        assertEquals(0.667, found.alongY().get(0), 0.1);
        assertEquals(Optional.of(Axis.Y), found.maskAxis());
    }

    @Test
    void noiseOfScanLinesIsCorrelatedAlongXOnly() {
        for (long seed = 0; seed < 4; seed++) {
            assertTrue(smeared(weights("1 1"), NOT, seed).isOfScanLines());
            assertFalse(smeared(NOT, weights("1 1"), seed).isOfScanLines());
            assertFalse(smeared(weights("1 1"), weights("1 1"), seed).isOfScanLines());
            assertFalse(smeared(weights("1 -1"), NOT, seed).isOfScanLines());
            assertFalse(smeared(NOT, NOT, seed).isOfScanLines());
        }
        assertFalse(correlation(0.31, 0, 0.12).isOfScanLines());
    }

    @Test
    void repeatsAreToldFromTheSignalTheyShare() {
        NoiseCorrelation white = NoiseCorrelation.ofRepeats(photographs(NOT));
        assertEquals(CorrelatedAxes.NONE, white.verdict(), white.toString());
        NoiseCorrelation lines = NoiseCorrelation.ofRepeats(photographs(weights("1 1")));
        assertEquals(CorrelatedAxes.ALONG_X, lines.verdict());
        assertEquals(0.5, lines.alongX().get(0), 0.05);
    }

    @Test
    void aWindowOfAnImageIsMeasuredWhereItLies() {
        RandomAccessibleInterval<FloatType> image = NoisyScene.smeared(weights("1 1"), NOT, 1);
        RandomAccessibleInterval<FloatType> window = Views.translate(image, -300, 41);
        assertEquals(NoiseCorrelation.of(List.of(image)), NoiseCorrelation.of(List.of(window)));
    }

    @Test
    void imagesTooSmallOrWithoutNoiseTellNothing() {
        NoiseCorrelation small = NoiseCorrelation.of(List.of(ArrayImgs.floats(17, 12)));
        NoiseCorrelation constant = NoiseCorrelation.of(List.of(ArrayImgs.floats(100, 100)));
        NoiseCorrelation nothing = NoiseCorrelation.of(List.of(nan()));
        assertEquals(List.of(small, small), List.of(constant, nothing));
        assertEquals(CorrelatedAxes.NONE, small.verdict());
        assertEquals(0, small.patches());
        assertTrue(small.sentence().contains("too small"), small.sentence());
    }

    @Test
    void theSentenceGivesTheFiguresAndTheMask() {
        NoiseCorrelation found = correlation(0.472, 0.08, 0.004);
        assertEquals(
                "The noise is correlated between pixels (0.47 along x, 0.00 along y), so plain"
                        + " Noise2Void cannot work: it predicts a pixel from its neighbours, and"
                        + " these tell the pixel's noise as well as its signal. The structured mask"
                        + " x (StructN2V, Broaddus et al. 2020) hides a pixel's neighbours along"
                        + " that axis as well.",
                found.sentence());
        assertTrue(
                correlation(0.1, -0.5, 0)
                        .sentence()
                        .contains("(-0.50 at a distance of 2 pixels along x, 0.00 along y)"));
        assertEquals(
                "The noise of neighbouring pixels is nearly independent (correlation 0.10 along x,"
                        + " 0.04 along y), as Noise2Void needs it.",
                correlation(0.1, 0.15, 0.04).sentence());
        assertTrue(correlation(0.4, 0, 0.3).sentence().contains("along the other one will stay"));
    }

    @Test
    void refusesWhatIsNoSeriesOfPlanes() {
        var plane = ArrayImgs.floats(30, 30);
        assertRefused(() -> NoiseCorrelation.of(List.of(ArrayImgs.floats(30, 30, 3))));
        assertRefused(() -> NoiseCorrelation.ofRepeats(List.of(plane)));
        assertRefused(() -> NoiseCorrelation.ofRepeats(List.of(plane, ArrayImgs.floats(30, 31))));
    }

    private static void assertRefused(Runnable measurement) {
        assertThrows(IllegalArgumentException.class, measurement::run);
    }

    private static NoiseCorrelation correlation(double first, double second, double alongY) {
        return new NoiseCorrelation(List.of(first, second), Collections.nCopies(2, alongY), 100);
    }

    private static NoiseCorrelation smeared(double[] alongX, double[] alongY, long seed) {
        return NoiseCorrelation.of(List.of(NoisyScene.smeared(alongX, alongY, seed)));
    }

    /** Four repeats. */
    private static List<RandomAccessibleInterval<FloatType>> photographs(double[] alongX) {
        return LongStream.range(0, 4)
                .mapToObj(seed -> NoisyScene.smeared(alongX, NOT, seed))
                .toList();
    }

    private static RandomAccessibleInterval<FloatType> nan() {
        var image = ArrayImgs.floats(100, 100);
        image.forEach(pixel -> pixel.set(Float.NaN));
        return image;
    }

    private static double[] weights(String text) {
        return List.of(text.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    }
}
