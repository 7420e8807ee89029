package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepLossCurveTest {

    @Test
    void runningMeanOfAStraightLineIsTheLine() {
        double[] line = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        double[] mean = new StepLossCurve(line).runningMean();
        for (int i = 10; i < 990; i++) assertEquals(line[i], mean[i], 1e-9);
        assertEquals((1 + 11) / 2.0, mean[0], 1e-9);
        assertEquals((990 + 1000) / 2.0, mean[999], 1e-9);
    }

    @Test
    void runningMeanLeavesOutStepsThatWereNotRecorded() {
        double[] losses = new double[100];
        Arrays.fill(losses, 0.5);
        Arrays.fill(losses, 10, 40, Double.NaN);
        double[] mean = new StepLossCurve(losses).runningMean();
        assertEquals(0.5, mean[10], 1e-12);
        assertTrue(Double.isNaN(mean[25]));
    }

    @Test
    void noiseIsPaleAndItsMeanIsBlue() {
        Random random = new Random(2);
        double[] losses = random.doubles(2000, 0.01, 0.1).toArray();
        ImageProcessor picture = new StepLossCurve(losses).draw();
        assertEquals(700, picture.getWidth());
        assertEquals(450, picture.getHeight());
        assertTrue(count(picture, LossPlot.PALE_BLUE.getRGB()) > 20_000);
        assertTrue(count(picture, LossPlot.BLUE.getRGB()) > 500);
    }

    private static int count(ImageProcessor picture, int color) {
        int count = 0;
        for (int i = 0; i < picture.getPixelCount(); i++)
            if ((picture.get(i) & 0xffffff) == (color & 0xffffff)) count++;
        return count;
    }
}
