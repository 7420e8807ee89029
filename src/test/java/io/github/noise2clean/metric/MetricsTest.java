package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.Calibration;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final AxisImage NOISE = noise(1, 112, 113, 3);
    private static final AxisImage NOISIER = plus(NOISE, noise(2, 112, 113, 3));
    private static final ImagePair PAIR = new ImagePair(NOISE, NOISIER);

    private static AxisImage noise(long seed, long... size) {
        Random random = new Random(seed);
        var pixels = ArrayImgs.floats(size);
        for (FloatType pixel : pixels) pixel.set(random.nextFloat());
        return new AxisImage(pixels, List.of(Axis.X, Axis.Y, Axis.CHANNEL));
    }

    private static AxisImage plus(AxisImage image, AxisImage noise) {
        var cursor = image.pixels().cursor();
        for (FloatType pixel : noise.pixels()) pixel.set(cursor.next().get() + pixel.get() / 2);
        return noise;
    }

    private static Metrics all(ComparedPart part) {
        Ssim ssim = new Ssim(SsimDefinition.SKIMAGE, 1);
        return new Metrics(new ImageComparison(ssim, part), true, true);
    }

    private static List<String> names(ComparisonTable table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Test
    void onlyWhatIsAskedForIsMeasured() {
        Metrics few = new Metrics(all(ComparedPart.PLANE).images(), false, false);
        assertEquals(List.of("SSIM", "PSNR", "NRMSE"), names(few.measure(PAIR)));
        assertEquals(List.of(), few.measure(PAIR).rings());
        assertEquals(Double.NaN, few.measure(PAIR).whole("FRC"));
        ComparisonTable table = all(ComparedPart.PLANE).measure(PAIR);
        assertEquals(List.of("SSIM", "PSNR", "NRMSE", "MS-SSIM", "FRC"), names(table));
        assertEquals(3, table.rings().size());
    }

    @Test
    void everyPlaneHasItsOwnNumbers() {
        ComparisonTable table = all(ComparedPart.PLANE).measure(PAIR);
        var reference = NOISE.planes().get(2);
        var test = NOISIER.planes().get(2);
        MultiScaleSsim multiScale = new MultiScaleSsim(new Ssim(SsimDefinition.SKIMAGE, 1));
        assertEquals(multiScale.mean(reference, test), table.columns().get(3).parts().get(2));
        assertEquals(
                FourierRingCorrelation.of(reference, test).resolution().orElseThrow(),
                table.columns().get(4).parts().get(2));
        assertEquals(
                new PartIndex(OptionalInt.of(3), OptionalInt.of(1), OptionalInt.of(1)),
                table.rows().get(2));
    }

    @Test
    void coloursShareARowOfNoChannel() {
        ComparisonTable planes = all(ComparedPart.PLANE).measure(PAIR);
        ComparisonTable colours = all(ComparedPart.COLOUR_PLANE).measure(PAIR);
        assertEquals(
                List.of(new PartIndex(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(1))),
                colours.rows());
        assertEquals(planes.whole("MS-SSIM"), colours.whole("MS-SSIM"), 1e-12);
        assertEquals(planes.whole("FRC"), colours.columns().get(4).parts().get(0), 1e-12);
    }

    @Test
    void calibratedSquarePixelsGiveTheResolutionInTheirUnit() {
        ComparisonTable table = all(ComparedPart.PLANE).measure(PAIR);
        Calibration calibration = new Calibration();
        assertEquals(5, table.calibrated(calibration).columns().size());
        calibration.setUnit("nm");
        calibration.pixelWidth = 50;
        calibration.pixelHeight = 50;
        assertEquals(
                50 * table.whole("FRC"), table.calibrated(calibration).whole("FRC (nm)"), 1e-9);
        calibration.pixelHeight = 60;
        assertEquals(5, table.calibrated(calibration).columns().size());
    }

    @Test
    void matchedIntensitiesDoNotCount() {
        AxisImage scaled = new IntensityMatch(0.25, 7).applyTo(NOISE);
        ImagePair matched = new ImagePair(NOISE, scaled).matched();
        assertEquals(1, all(ComparedPart.PLANE).measure(matched).whole("SSIM"), 1e-6);
        assertTrue(all(ComparedPart.PLANE).measure(matched).whole("PSNR") > 100);
    }

    @Test
    void aPairIsOfOneSizeAndHasTheSameAxes() {
        assertThrows(
                IllegalArgumentException.class, () -> new ImagePair(NOISE, noise(1, 112, 112, 3)));
        AxisImage slices = new AxisImage(NOISE.pixels(), List.of(Axis.X, Axis.Y, Axis.Z));
        assertThrows(IllegalArgumentException.class, () -> new ImagePair(NOISE, slices));
    }
}
