package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images whose grey values are 5 x + 7 y + 20 or so, which cubic interpolation keeps. */
class TranslationTest {

    private static final int WIDTH = 14;
    private static final int HEIGHT = 12;

    @Test
    void wholePixelsAreMovedAsTheyAre() {
        FloatProcessor noise = new FloatProcessor(WIDTH, HEIGHT);
        noise.setValue(100);
        noise.noise(30);
        Translation move = new Translation(3, -2);
        ImagePlus moved = move.moved(new ImagePlus("", noise));
        assertEquals(WIDTH - 3, moved.getWidth());
        assertEquals(HEIGHT - 2, moved.getHeight());
        noise.setRoi(0, 2, WIDTH - 3, HEIGHT - 2);
        assertArrayEquals(
                (float[]) noise.crop().getPixels(), (float[]) moved.getProcessor().getPixels());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void everyTypeIsInterpolated(int bits) {
        ImagePlus slope = new ImagePlus("", slope(bits));
        Translation move = new Translation(-1.4, 2.6);
        ImageProcessor moved = move.moved(slope).getProcessor();
        ImageProcessor covered = move.covered(slope).getProcessor();
        assertEquals(bits, moved.getBitDepth());
        assertEquals(covered.getWidth(), moved.getWidth());
        assertEquals(covered.getHeight(), moved.getHeight());
        for (int y = 0; y < moved.getHeight(); y++)
            for (int x = 0; x < moved.getWidth(); x++)
                assertEquals(
                        grey(covered, x, y) + 5 * 1.4 - 7 * 2.6,
                        grey(moved, x, y),
                        bits == 32 ? 1e-3 : 0.51);
    }

    @Test
    void everyPlaneOfAStackIsMoved() {
        ImagePlus stack = ij.IJ.createHyperStack("s", WIDTH, HEIGHT, 2, 3, 1, 16);
        stack.getCalibration().setUnit("micron");
        for (int i = 1; i <= 6; i++) stack.getStack().getProcessor(i).add(i);
        ImagePlus moved = new Translation(1, 0).moved(stack);
        assertEquals(2, moved.getNChannels());
        assertEquals(3, moved.getNSlices());
        assertEquals("micron", moved.getCalibration().getUnit());
        for (int i = 1; i <= 6; i++) assertEquals(i, moved.getStack().getProcessor(i).get(0, 0));
        assertEquals(WIDTH, stack.getWidth());
    }

    @Test
    void aFewHundredthsOfAPixelAreNone() {
        assertEquals(new Translation(2, 0), Translation.nearly(1.96, -0.04));
        assertEquals(new Translation(2, 0.3), Translation.nearly(1.96, 0.3));
        assertEquals(Translation.NONE, Translation.nearly(0.05, -0.05));
    }

    @Test
    void imagesThatDoNotMeetAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Translation(WIDTH, 0).kept(new ImageSize(WIDTH, HEIGHT)));
    }

    private static float grey(ImageProcessor plane, int x, int y) {
        return plane instanceof ColorProcessor ? plane.get(x, y) & 0xff : plane.getf(x, y);
    }

    private static ImageProcessor slope(int bits) {
        ImageProcessor plane =
                switch (bits) {
                    case 8 -> new ByteProcessor(WIDTH, HEIGHT);
                    case 16 -> new ShortProcessor(WIDTH, HEIGHT);
                    case 24 -> new ColorProcessor(WIDTH, HEIGHT);
                    default -> new FloatProcessor(WIDTH, HEIGHT);
                };
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) {
                int grey = 20 + 5 * x + 7 * y;
                if (bits == 24) plane.set(x, y, grey << 16 | grey << 8 | grey);
                else plane.setf(x, y, grey);
            }
        return plane;
    }
}
