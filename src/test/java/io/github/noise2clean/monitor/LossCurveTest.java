package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    private static final int BLUE = 0x1f77b4;
    private static final int ORANGE = 0xe66101;
    private static final double[] NONE = {};

    @Test
    void pictureIs700By450() {
        ImageProcessor picture = new LossCurve(new double[] {1, 0.1}, NONE).draw();

        assertEquals(700, picture.getWidth());
        assertEquals(450, picture.getHeight());
    }

    @Test
    void bothCurvesAreDrawnInTheirColours() {
        ImageProcessor picture =
                new LossCurve(new double[] {1, 0.1, 0.01}, new double[] {2, 0.3, 0.05}).draw();

        assertTrue(count(picture, BLUE) > 300);
        assertTrue(count(picture, ORANGE) > 300);
    }

    @Test
    void withoutValidationThereIsOneCurve() {
        ImageProcessor picture = new LossCurve(new double[] {1, 0.1, 0.01}, NONE).draw();

        assertEquals(0, count(picture, ORANGE));
    }

    @Test
    void exponentialDecayIsAStraightLine() {
        ImageProcessor picture = new LossCurve(new double[] {1, 0.1, 0.01}, NONE).draw();

        int first = meanRow(picture, 200);
        int middle = meanRow(picture, 350);
        int last = meanRow(picture, 500);
        assertEquals(middle, (first + last) / 2.0, 2);
    }

    @Test
    void lossesOffTheAxisAreLeftOut() {
        double[] diverged = {1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 0};

        assertTrue(count(new LossCurve(diverged, NONE).draw(), BLUE) > 50);
    }

    @Test
    void laterChangesOfTheArraysDoNotShow() {
        double[] losses = {1, 0.1};
        var curve = new LossCurve(losses, NONE);
        losses[1] = 5;

        assertEquals(0.1, curve.training()[1]);
    }

    private static int count(ImageProcessor picture, int color) {
        int count = 0;
        for (int i = 0; i < picture.getPixelCount(); i++) {
            count += (picture.get(i) & 0xffffff) == color ? 1 : 0;
        }
        return count;
    }

    private static int meanRow(ImageProcessor picture, int column) {
        int rows = 0;
        int sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            if ((picture.get(column, y) & 0xffffff) == BLUE) {
                rows++;
                sum += y;
            }
        }
        return sum / rows;
    }
}
