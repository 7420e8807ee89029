package io.github.noise2clean.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraEstimateTest {

    private static final Camera CAMERA = new Camera(2, 100, 5);

    @ParameterizedTest
    @CsvSource({
        "2, 100, 5, 2000, 1",
        "2, 100, 5, 2000, 2",
        "0.5, 100, 3, 300, 3",
        "0.5, 100, 3, 300, 4",
        "8, 500, 20, 8000, 5",
        "0.2, 10, 1, 200, 6",
        "0.2, 10, 1, 200, 7",
        "30, 400, 60, 20000, 8"
    })
    void gainAndReadNoiseAreFoundInOneImage(
            double gain, double offset, double readNoise, double brightest, long seed) {
        Camera camera = new Camera(gain, offset, readNoise);
        Camera found = estimate(new Scene(512, brightest, seed).taken(camera)).camera();
        assertEquals(gain, found.gain(), 0.05 * gain, found.toString());
        assertEquals(readNoise, found.readNoise(), 0.15 * readNoise, found.toString());
        assertEquals(offset, found.offset(), 0.2 * readNoise, found.toString());
    }

    @Test
    void theSlicesOfAStackAreTakenTogether() {
        List<RandomAccessibleInterval<FloatType>> slices =
                List.of(scene(256, 1), scene(256, 2), scene(256, 3), scene(256, 4), scene(256, 5));
        Camera found = estimate(Views.stack(slices)).camera();
        assertEquals(2, found.gain(), 0.1, found.toString());
        assertEquals(5, found.readNoise(), 0.5, found.toString());
    }

    @Test
    void severalImagesAreTakenTogether() {
        List<RandomAccessibleInterval<FloatType>> images = List.of(scene(300, 1), scene(256, 2));
        assertEquals(2, CameraEstimate.of(images).camera().gain(), 0.1);
    }

    @Test
    void thePointsLieOnTheLineOfTheCamera() {
        List<NoisePoint> points = estimate(scene(512, 1)).points();
        assertTrue(points.size() > 10, points.toString());
        long near =
                points.stream()
                        .filter(p -> Math.abs(p.variance() / CAMERA.variance(p.mean()) - 1) < 0.1)
                        .count();
        assertTrue(near > 0.7 * points.size(), points.toString());
    }

    @Test
    void noiseThatIsTheSameEverywhereHasNextToNoGain() {
        Camera found = estimate(new Scene(512, 1000, 1).taken(new Camera(0, 100, 5))).camera();
        assertEquals(5, Math.sqrt(found.variance(600)), 0.5);
        assertEquals(100, found.offset(), 1);
        assertEquals(5, found.readNoise(), 0.25);
    }

    @Test
    void noiseOfOneBrightnessIsItsOwnReadNoise() {
        Camera found = estimate(noise(256, 1000, 7)).camera();
        assertEquals(0, found.gain());
        assertEquals(1000, found.offset(), 1);
        assertEquals(7, found.readNoise(), 0.2);
    }

    @Test
    void darkAndBrightPixelsThatAreClippedDoNotSpoilTheGain() {
        Camera camera = new Camera(2, 0, 5);
        float[] pixels = new Scene(512, 500, 2).pixels(camera);
        for (int i = 0; i < pixels.length; i++) pixels[i] = Math.max(0, Math.min(255, pixels[i]));
        Camera found = estimate(ArrayImgs.floats(pixels, 512, 512)).camera();
        assertEquals(2, found.gain(), 0.1, found.toString());
        assertEquals(0, found.offset(), 1, found.toString());
    }

    @Test
    void aCameraWithoutReadNoiseHasTheOffsetWhereNoiseEnds() {
        Camera found = estimate(new Scene(512, 1000, 3).taken(new Camera(2, 100, 0))).camera();
        assertEquals(2, found.gain(), 0.1, found.toString());
        assertEquals(100, found.offset(), 2, found.toString());
        assertTrue(found.readNoise() < 2, found.toString());
    }

    @Test
    void pixelsThatAreNotFiniteDoNotCount() {
        float[] pixels = new Scene(512, 2000, 1).pixels(CAMERA);
        for (int i = 0; i < pixels.length; i += 401)
            pixels[i] = i % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
        assertEquals(2, estimate(ArrayImgs.floats(pixels, 512, 512)).camera().gain(), 0.1);
    }

    @Test
    void imagesThatTellNothingAreRefused() {
        float[] none = new float[1600];
        Arrays.fill(none, Float.NaN);
        refused("too small", scene(32, 1));
        refused("too small", ArrayImgs.floats(5, 5));
        refused("too small", ArrayImgs.floats(none, 40, 40));
        refused("No noise is found", ArrayImgs.floats(64, 64));
        float[] grey = new float[4096];
        Arrays.fill(grey, 0.1f);
        refused("No noise is found", ArrayImgs.floats(grey, 64, 64));
    }

    private static void refused(String words, RandomAccessibleInterval<FloatType> image) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> estimate(image)).getMessage();
        assertTrue(message.contains(words) && message.endsWith("."), message);
    }

    private static CameraEstimate estimate(RandomAccessibleInterval<FloatType> image) {
        return CameraEstimate.of(List.of(image));
    }

    private static RandomAccessibleInterval<FloatType> scene(int side, long seed) {
        return new Scene(side, 2000, seed).taken(CAMERA);
    }

    private static RandomAccessibleInterval<FloatType> noise(
            int side, double mean, double deviation) {
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (float) (mean + deviation * random.nextGaussian());
        return ArrayImgs.floats(pixels, side, side);
    }
}
