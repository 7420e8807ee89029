package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.noise.NoiseModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilizingMapTest {

    private static final int SIDE = 400;
    private static final String CAMERA = "2,100,5";

    @ParameterizedTest
    @ValueSource(doubles = {100, 1000, 20000})
    void theNoiseOfEveryExposureIsTheSame(double brightest) {
        RandomAccessibleInterval<FloatType> noisy = ramp(brightest, "camera:" + CAMERA);
        var found = Normalization.parse("anscombe:auto").fit(noisy);
        for (double share : new double[] {0.3, 0.6, 0.9})
            assertEquals(1 / 16.0, deviation(found.normalize(noisy), share), 0.006);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.619", "1000, 2.492", "20000, 12.182"})
    void darknessBecomesZeroAndLightItsRootWhateverTheImage(double brightest, float normalized) {
        IntensityMap known = Normalization.parse("anscombe:" + CAMERA).common().orElseThrow();
        assertEquals(0, known.normalize(100), 1e-6);
        assertEquals(normalized, known.normalize((float) (100 + brightest)), 0.01);
    }

    @Test
    void aCleanValueIsThatOfItsNoisyOnesInTheMean() {
        IntensityMap map = Normalization.parse("anscombe:" + CAMERA).fit(ramp(0, "clip"));
        float[] noisy = new float[200_000];
        Arrays.fill(noisy, 110);
        NoiseModel.parse("camera:" + CAMERA)
                .addTo(noisy, new DataRange(0, 0), new SplittableRandom(1));
        double sum = 0;
        for (float pixel : noisy) sum += map.normalize(pixel);
        double mean = sum / noisy.length;
        assertEquals(mean, map.normalizeClean(110), 5e-4);
        assertTrue(map.normalize(110) - mean > 3e-3);
        assertEquals(110, map.restore(map.normalizeClean(110)), 1e-4);
    }

    @Test
    void pixelsThatDoNotTellTheCameraAreRefused() {
        Normalization found = Normalization.parse("anscombe:auto");
        var e = assertThrows(IllegalArgumentException.class, () -> found.fit(ramp(0, "clip")));
        assertTrue(e.getMessage().startsWith("No noise is found"), e.getMessage());
        assertTrue(found.common().isEmpty());
    }

    /** From darkness on the left to the brightest on the right. */
    private static RandomAccessibleInterval<FloatType> ramp(double brightest, String noise) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) (100 + brightest * Math.max(0, i % SIDE - 50) / (SIDE - 51));
        NoiseModel.parse(noise)
                .addTo(pixels, new DataRange(0, 65535), new SplittableRandom((long) brightest));
        return ArrayImgs.floats(pixels, SIDE, SIDE);
    }

    /** Of the column at a share of the width. */
    private static double deviation(RandomAccessibleInterval<FloatType> image, double share) {
        long x = 50 + Math.round(share * (SIDE - 51));
        return Moments.of(Views.hyperSlice(image, 0, x)).standardDeviation();
    }
}
