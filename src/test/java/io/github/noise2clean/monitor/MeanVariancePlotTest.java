package io.github.noise2clean.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ImageProcessor;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.camera.NoisePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanVariancePlotTest {

    private static final int BLUE = 0x1f77b4;
    private static final int ORANGE = 0xe66101;

    @Test
    void everyChannelHasItsColour() {
        ImageProcessor picture =
                new MeanVariancePlot(
                                List.of(
                                        estimate(new Camera(2, 100, 5)),
                                        estimate(new Camera(4, 90, 5))))
                        .draw();
        assertTrue(count(picture, BLUE) > 300);
        assertTrue(count(picture, ORANGE) > 300);
    }

    @Test
    void theLineRisesFromDarknessThroughThePoints() {
        ImageProcessor picture =
                new MeanVariancePlot(List.of(estimate(new Camera(2, 100, 5)))).draw();
        assertEquals(picture.getHeight() - 50, meanRow(picture, 110), 25);
        assertTrue(meanRow(picture, 600) < 170);
        assertEquals(0, count(picture, ORANGE));
    }

    @Test
    void noiseThatIsTheSameEverywhereAndASinglePointAreDrawn() {
        List<NoisePoint> point = List.of(new NoisePoint(100, 25, 300));
        var flat = new CameraEstimate(new Camera(0, 100, 5), point);
        assertTrue(count(new MeanVariancePlot(List.of(flat)).draw(), BLUE) > 5);
    }

    private static CameraEstimate estimate(Camera camera) {
        List<NoisePoint> points =
                List.of(
                        new NoisePoint(100, camera.variance(100), 500),
                        new NoisePoint(500, camera.variance(500), 500),
                        new NoisePoint(1000, camera.variance(1000), 500));
        return new CameraEstimate(camera, points);
    }

    private static int count(ImageProcessor picture, int color) {
        int count = 0;
        for (int i = 0; i < picture.getPixelCount(); i++)
            count += (picture.get(i) & 0xffffff) == color ? 1 : 0;
        return count;
    }

    /** Below the legend. */
    private static int meanRow(ImageProcessor picture, int column) {
        int rows = 0;
        int sum = 0;
        for (int y = 60; y < picture.getHeight(); y++)
            if ((picture.get(column, y) & 0xffffff) == BLUE) {
                rows++;
                sum += y;
            }
        return rows == 0 ? -1 : sum / rows;
    }
}
