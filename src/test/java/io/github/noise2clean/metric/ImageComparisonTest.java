package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class ImageComparisonTest {

    private static final List<Axis> AXES = List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z);

    /** Plane p holds the value {@code first + p * step}; 2 channels, 8 slices. */
    private static AxisImage planes(float first, float step) {
        var pixels = ArrayImgs.floats(8, 9, 2, 8);
        int i = 0;
        for (FloatType pixel : pixels) pixel.set(first + i++ / 72 * step);
        return new AxisImage(pixels, AXES);
    }

    private static AxisImage plane(int width, int height) {
        return new AxisImage(ArrayImgs.floats(width, height), List.of(Axis.X, Axis.Y));
    }

    private static ImageComparison by(ComparedPart part) {
        return new ImageComparison(new Ssim(SsimDefinition.SKIMAGE, 10), part);
    }

    /** SSIM of constant planes a and b, c1 = 0.01. */
    private static double ssim(double a, double b) {
        return (2 * a * b + 0.01) / (a * a + b * b + 0.01);
    }

    @Test
    void everyPlaneGetsARowAndTheWholeTheirMeanSsim() {
        Comparison result = by(ComparedPart.PLANE).compare(planes(2, 0), planes(2, 1));
        assertEquals(16, result.parts().size());
        assertEquals(ssim(2, 5), result.parts().get(3).ssim(), 1e-12);
        double sum = 0;
        for (int p = 0; p < 16; p++) sum += ssim(2, 2 + p);
        assertEquals(sum / 16, result.whole().ssim(), 1e-12);
    }

    @Test
    void psnrAndNrmseOfTheWholePoolAllPixels() {
        Comparison result = by(ComparedPart.PLANE).compare(planes(2, 0), planes(2, 1));
        double meanSquare = 77.5; // of 0, 1, ... 15
        assertEquals(10 * Math.log10(100 / meanSquare), result.whole().psnr(), 1e-12);
        assertEquals(Math.sqrt(meanSquare) / 2, result.whole().nrmse(), 1e-12);
        assertEquals(10 * Math.log10(100 / 9.0), result.parts().get(3).psnr(), 1e-12);
    }

    @Test
    void theListenerIsToldOfEveryPlaneAndVolume() {
        assertEquals(
                LongStream.rangeClosed(1, 16).mapToObj(i -> i + "/16").toList(),
                told(ComparedPart.PLANE));
        assertEquals(List.of("1/2", "2/2"), told(ComparedPart.VOLUME));
    }

    private static List<String> told(ComparedPart part) {
        List<String> told = new ArrayList<>();
        ComparisonListener listener =
                new ComparisonListener() {
                    @Override
                    public void pieceDone(long done, long total) {
                        told.add(done + "/" + total);
                    }
                };
        new ImageComparison(new Ssim(SsimDefinition.SKIMAGE, 10), part, listener)
                .compare(planes(2, 0), planes(3, 0));
        return told;
    }

    @Test
    void theListenerEndsTheWork() {
        ComparisonListener stop =
                new ComparisonListener() {
                    @Override
                    public boolean isStopped() {
                        return true;
                    }
                };
        Ssim ssim = new Ssim(SsimDefinition.SKIMAGE, 10);
        ImageComparison stopped = new ImageComparison(ssim, ComparedPart.PLANE, stop);
        assertThrows(
                CancellationException.class, () -> stopped.compare(planes(2, 0), planes(2, 1)));
        assertThrows(CancellationException.class, () -> stopped.map(planes(2, 0), planes(2, 1)));
    }

    @Test
    void coloursShareARow() {
        Comparison result = by(ComparedPart.COLOUR_PLANE).compare(planes(2, 0), planes(2, 1));
        assertEquals(8, result.parts().size());
        double expected = (ssim(2, 4) + ssim(2, 5)) / 2;
        assertEquals(expected, result.parts().get(1).ssim(), 1e-12);
        assertEquals(10 * Math.log10(100 / 6.5), result.parts().get(1).psnr(), 1e-12);
    }

    @Test
    void volumesGetARowPerChannel() {
        Comparison result = by(ComparedPart.VOLUME).compare(planes(2, 0), planes(3, 0));
        assertEquals(2, result.parts().size());
        assertEquals(ssim(2, 3), result.whole().ssim(), 1e-12);
    }

    @Test
    void equalImagesHaveInfinitePsnr() {
        Quality quality = by(ComparedPart.PLANE).compare(planes(1, 1), planes(1, 1)).whole();
        assertEquals(new Quality(1, Double.POSITIVE_INFINITY, 0), quality);
    }

    @Test
    void theMapHasTheAxesOfTheReference() {
        AxisImage map = by(ComparedPart.COLOUR_PLANE).map(planes(2, 0), planes(2, 1));
        assertEquals(AXES, map.axes());
        assertEquals(ssim(2, 5), map.pixels().getAt(7, 0, 1, 1).get(), 1e-6);
    }

    @Test
    void theMapOfVolumesHasA3DWindow() {
        AxisImage reference = planes(2, 0);
        AxisImage test = planes(2, 0);
        test.pixels().getAt(4, 4, 1, 3).set(7);
        AxisImage map = by(ComparedPart.VOLUME).map(reference, test);
        assertEquals(AXES, map.axes());
        var expected =
                new Ssim(SsimDefinition.SKIMAGE, 10)
                        .map(reference.volumes().get(1), test.volumes().get(1));
        assertEquals(expected.getAt(4, 4, 0).get(), map.pixels().getAt(4, 4, 1, 0).get(), 1e-6);
        assertTrue(map.pixels().getAt(4, 4, 1, 0).get() < 0.9);
        assertEquals(1, map.pixels().getAt(4, 4, 1, 7).get(), 1e-6);
        assertEquals(1, map.pixels().getAt(4, 4, 0, 3).get(), 1e-6);
    }

    @Test
    void imagesThatDoNotMatchAreRefused() {
        ImageComparison planes = by(ComparedPart.PLANE);
        assertThrows(
                IllegalArgumentException.class, () -> planes.compare(plane(9, 9), plane(9, 10)));
        assertThrows(
                IllegalArgumentException.class, () -> planes.compare(plane(8, 9), planes(1, 1)));
    }

    @Test
    void volumesNeedAZAxis() {
        ImageComparison volumes = by(ComparedPart.VOLUME);
        assertThrows(
                IllegalArgumentException.class, () -> volumes.compare(plane(9, 9), plane(9, 9)));
    }
}
