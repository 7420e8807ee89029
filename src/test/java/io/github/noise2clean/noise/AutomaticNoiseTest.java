package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.image.PlaneStack;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticNoiseTest {

    private static final int SIDE = 256;
    private static final Camera CAMERA = new Camera(2, 100, 5);

    @ParameterizedTest
    @CsvSource({
        "auto, true",
        "' auto ', true",
        "auto+clip, true",
        "gaussian:2+auto, true",
        "automatic, false",
        "gaussian:2, false",
        "camera:auto, false",
        "'', false"
    })
    void autoIsAStepOfItsOwn(String text, boolean is) {
        assertEquals(is, AutomaticNoise.isIn(text));
    }

    @Test
    void itBecomesTheNoiseOfTheCameraThatTookTheImages() {
        List<PlaneStack> images = List.of(ramp(1), ramp(2));
        NoiseSequence noise =
                (NoiseSequence) NoiseModel.parse(AutomaticNoise.resolve("auto+clip", images));
        Camera found = ((CameraNoise) noise.steps().get(0)).camera();
        assertEquals(2, found.gain(), 0.1);
        assertEquals(100, found.offset(), 1);
        assertEquals(5, found.readNoise(), 0.5);
        assertEquals(new Clipping(), noise.steps().get(1));
    }

    @Test
    void imagesThatDoNotTellTheNoiseAreRefused() {
        ImagePlus black = new ImagePlus("black", new FloatProcessor(SIDE, SIDE));
        assertThrows(
                IllegalArgumentException.class,
                () -> AutomaticNoise.resolve("auto", List.of(stack(black))));
        assertThrows(
                IllegalArgumentException.class, () -> AutomaticNoise.resolve("auto", List.of()));
    }

    private static PlaneStack stack(ImagePlus image) {
        return PlaneStack.of(image, PlaneCache.ofHeap());
    }

    private static PlaneStack ramp(long seed) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) pixels[i] = 100 + 5 * Math.max(0, i % SIDE - 60);
        new CameraNoise(CAMERA).addTo(pixels, new DataRange(0, 0), new SplittableRandom(seed));
        return stack(new ImagePlus("ramp", new FloatProcessor(SIDE, SIDE, pixels)));
    }
}
