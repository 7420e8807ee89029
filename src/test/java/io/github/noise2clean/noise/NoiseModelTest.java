package io.github.noise2clean.noise;

import static io.github.noise2clean.noise.Noise.RANGE;
import static io.github.noise2clean.noise.Noise.SIZE;
import static io.github.noise2clean.noise.Noise.errorOfMean;
import static io.github.noise2clean.noise.Noise.errorOfShare;
import static io.github.noise2clean.noise.Noise.mean;
import static io.github.noise2clean.noise.Noise.share;
import static io.github.noise2clean.noise.Noise.variance;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseModelTest {

    /** The standard error of a Gaussian's variance is the variance times the root of 2/n. */
    private static final double ERROR_OF_VARIANCE = 5 * Math.sqrt(2.0 / SIZE);

    @ParameterizedTest
    @CsvSource({"gaussian:25, 25", "gaussian:10%, 100"})
    void gaussianNoiseHasTheLevelAsStandardDeviationAndNoBias(String model, double level) {
        float[] pixels = Noise.on(150, model, 1);
        double variance = level * level;
        assertEquals(150, mean(pixels), errorOfMean(variance));
        assertEquals(variance, variance(pixels), variance * ERROR_OF_VARIANCE);
    }

    @Test
    void aFixedGaussianUsesUpOneNumberPerPixelInTheirOrder() {
        float[] pixels = {1, 2, 3};
        NoiseModel.parse("gaussian:10%").addTo(pixels, RANGE, new SplittableRandom(5));
        RandomGenerator random = new SplittableRandom(5);
        float[] expected = new float[3];
        for (int i = 0; i < 3; i++) expected[i] = (float) (i + 1 + 100.0 * random.nextGaussian());
        assertArrayEquals(expected, pixels);
    }

    @ParameterizedTest
    @CsvSource({"30, 1100", "30, 350", "0.01, 1100", "500, 600", "1e6, 1100"})
    void photonsVaryByTheRootOfTheirNumberAboveTheBottomOfTheRange(double photons, float value) {
        double greyLevelsPerPhoton = 1000 / photons;
        double counted = (value - 100) / greyLevelsPerPhoton;
        double variance = counted * greyLevelsPerPhoton * greyLevelsPerPhoton;
        float[] pixels = Noise.on(value, "poisson:" + photons, 2);
        assertEquals(value, mean(pixels), errorOfMean(variance));
        double error = variance * 5 * Math.sqrt((2 + 1 / counted) / SIZE);
        assertEquals(variance, variance(pixels), error);
    }

    @Test
    void whatIsNotAboveTheBottomOfTheRangeIsDark() {
        assertEquals(1, share(Noise.on(100, "poisson:30", 3), 100));
        assertEquals(1, share(Noise.on(-50, "poisson:30", 3), 100));
    }

    @Test
    void photonsLeaveAnImageWithoutContrastAsItIs() {
        float[] pixels = {7, 7};
        NoiseModel.parse("poisson:30").addTo(pixels, new DataRange(7, 7), new SplittableRandom(1));
        assertArrayEquals(new float[] {7, 7}, pixels);
    }

    @Test
    void theVariancesOfPhotonsAndReadNoiseAddUp() {
        float[] pixels = Noise.on(600, "poisson-gaussian:50,3%", 4);
        double variance = 500 * 1000 / 50.0 + 30 * 30;
        assertEquals(600, mean(pixels), errorOfMean(variance));
        assertEquals(variance, variance(pixels), variance * 1.1 * ERROR_OF_VARIANCE);
    }

    @Test
    void saltAndPepperAreAsFrequentAsEachOther() {
        float[] pixels = Noise.on(600, "salt-and-pepper:30%", 5);
        assertEquals(0.15, share(pixels, 100), errorOfShare(0.15));
        assertEquals(0.15, share(pixels, 1100), errorOfShare(0.15));
        assertEquals(0.70, share(pixels, 600), errorOfShare(0.70));
    }

    @Test
    void maskingDropsItsShareToTheBottomOfTheRange() {
        float[] pixels = Noise.on(600, "masking:40%", 6);
        assertEquals(0.4, share(pixels, 100), errorOfShare(0.4));
        assertEquals(0.6, share(pixels, 600), errorOfShare(0.6));
        assertEquals(1, share(Noise.on(600, "masking:100%", 6), 100));
    }

    @Test
    void speckleIsInProportionToTheSignalAboveTheBottomOfTheRange() {
        float[] pixels = Noise.on(600, "speckle:20%", 7);
        assertEquals(600, mean(pixels), errorOfMean(100 * 100));
        assertEquals(1e4, variance(pixels), 1e4 * ERROR_OF_VARIANCE);
        assertEquals(1, share(Noise.on(100, "speckle:20%", 7), 100));
    }

    @Test
    void scanNoiseIsPartOfThatOfThePixelBefore() {
        float[] pixels = Noise.on(600, "scan:5%,0.6", 8);
        assertEquals(600, mean(pixels), 2 * errorOfMean(50 * 50));
        assertEquals(2500, variance(pixels), 2500 * 2 * ERROR_OF_VARIANCE);
        assertEquals(0.6 * 2500, covariance(pixels, 1), 2500 * 2 * ERROR_OF_VARIANCE);
        assertEquals(0.36 * 2500, covariance(pixels, 2), 2500 * 2 * ERROR_OF_VARIANCE);
    }

    /** Of pixels with the mean 600 and those so many further. */
    private static double covariance(float[] pixels, int distance) {
        return IntStream.range(0, pixels.length - distance)
                .mapToDouble(i -> (pixels[i] - 600) * (pixels[i + distance] - 600))
                .average()
                .orElseThrow();
    }

    @Test
    void clippingKeepsTheDataRange() {
        float[] clipped = Noise.on(150, NoiseModel.parse("gaussian:1000", true), 3);
        Arrays.sort(clipped);
        assertEquals(100, clipped[0]);
        assertEquals(1100, clipped[SIZE - 1]);
        float[] free = Noise.on(150, NoiseModel.parse("gaussian:1000", false), 3);
        Arrays.sort(free);
        assertTrue(free[0] < -2000 && free[SIZE - 1] > 3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian:25",
                "poisson:30",
                "poisson:5-10",
                "poisson-gaussian:10-20,1-5%",
                "salt-and-pepper:10-20%",
                "masking:10%",
                "speckle:10%",
                "scan:5%,0.2-0.7",
                "poisson:30+gaussian:2%+clip"
            })
    void theSameSeedGivesTheSameNoiseAndAnotherSeedOther(String model) {
        assertArrayEquals(Noise.on(600, model, 7), Noise.on(600, model, 7));
        assertFalse(Arrays.equals(Noise.on(600, model, 7), Noise.on(600, model, 8)));
    }

    @Test
    void aSequenceIsItsStepsOneAfterTheOther() {
        RandomGenerator random = new SplittableRandom(9);
        float[] expected = {100, 350, 600, 1100};
        for (String step : new String[] {"poisson:30", "gaussian:1-9%", "clip"})
            NoiseModel.parse(step).addTo(expected, RANGE, random);
        float[] pixels = {100, 350, 600, 1100};
        NoiseModel sequence = NoiseModel.parse("poisson:30+gaussian:1-9%+clip");
        sequence.addTo(pixels, RANGE, new SplittableRandom(9));
        assertArrayEquals(expected, pixels);
    }

    @Test
    void aRangeGivesEachCallItsOwnLevelEvenlySpread() {
        RandomGenerator random = new SplittableRandom(10);
        NoiseModel masking = NoiseModel.parse("masking:20-60%");
        int calls = 400;
        float[] shares = new float[calls];
        for (int i = 0; i < calls; i++) {
            float[] pixels = new float[10_000];
            masking.addTo(pixels, RANGE, random);
            shares[i] = (float) share(pixels, 100);
        }
        double variance = 0.4 * 0.4 / 12;
        assertEquals(0.4, mean(shares), 5 * Math.sqrt(variance / calls));
        assertEquals(variance, variance(shares), 0.25 * variance);
        Arrays.sort(shares);
        assertTrue(shares[0] > 0.2 - 0.02 && shares[calls - 1] < 0.6 + 0.025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian:2", "poisson:30", "speckle:9%", "clip"})
    void aPixelWithoutAValueStaysWithoutOne(String model) {
        float[] pixels = {Float.NaN};
        NoiseModel.parse(model).addTo(pixels, RANGE, new SplittableRandom(1));
        assertEquals(Float.NaN, pixels[0]);
    }
}
