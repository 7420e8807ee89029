package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class ErrorForecastTest {

    @Test
    void ranksCorrelateAsInScipy() {
        float[] a = {3, -1, 4, 1, 5, -9, 2, 6, 5, 3};
        float[] b = {2, 7, 1, -8, 2, 8, 1, 8, 2, 8};
        assertEquals(0.03762661494153402, RankCorrelation.of(a, b), 1e-12);
    }

    @Test
    void onlyTheOrderCounts() {
        float[] a = {-3, -0f, 0, 1e-3f, 7, 1e30f};
        float[] b = {-1, 2, 2, 3, 4, 5};
        assertEquals(1, RankCorrelation.of(a, b), 1e-12);
        for (int i = 0; i < b.length; i++) b[i] = -b[i];
        assertEquals(-1, RankCorrelation.of(a, b), 1e-12);
    }

    @Test
    void constantsHaveNoRankCorrelation() {
        assertEquals(Double.NaN, RankCorrelation.of(new float[] {1, 1}, new float[] {1, 2}));
    }

    @Test
    void aDeviationThatIsTheErrorsOwnForetellsIt() {
        Random random = new Random(1);
        float[] clean = new float[10_000];
        float[] denoised = new float[clean.length];
        float[] deviation = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = random.nextFloat();
            deviation[i] = i % 2 == 0 ? 1 : 7;
            denoised[i] = clean[i] + deviation[i] * (float) random.nextGaussian();
        }
        ErrorForecast forecast = ErrorForecast.of(image(clean), image(denoised), image(deviation));
        assertEquals(5, forecast.deviation(), 1e-6);
        assertEquals(5, forecast.error(), 0.1);
        assertEquals(0.7, forecast.rankCorrelation(), 0.03);
    }

    @Test
    void otherSizesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        ErrorForecast.of(
                                image(new float[4]), image(new float[4]), image(new float[5])));
    }

    private static AxisImage image(float[] pixels) {
        return new AxisImage(ArrayImgs.floats(pixels, pixels.length, 1), List.of(Axis.X, Axis.Y));
    }
}
