package io.github.noise2clean.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NonLocalMeansTest {

    private static final int SIZE = 48;
    private static final double NOISE = 20;

    @Test
    void constantImageStays() {
        ImageProcessor plane = new FloatProcessor(9, 4);
        plane.add(37.5);
        float[] pixels = (float[]) filtered(plane, 10).getPixels();
        for (float pixel : pixels) assertEquals(37.5f, pixel);
    }

    @Test
    void equalsTheFormulaWrittenOut() {
        FloatProcessor noisy = noisyStep(17, 9);
        float[] expected = new float[17 * 9];
        for (int i = 0; i < expected.length; i++)
            expected[i] = (float) naive(noisy, i % 17, i / 17, 25);
        assertArrayEquals(expected, (float[]) filtered(noisy, 25).getPixels(), 1e-4f);
    }

    @Test
    void lessNoiseThanTheInputByTenDecibel() {
        double before = squaredError(noisyStep(SIZE, SIZE));
        double after = squaredError(filtered(noisyStep(SIZE, SIZE), NOISE));
        double gain = 10 * Math.log10(before / after);
        assertTrue(gain > 10, "gain " + gain);
    }

    @Test
    void edgeStaysSharperThanWithAGaussianThatLeavesMoreNoise() {
        FloatProcessor noisy = noisyStep(SIZE, SIZE);
        ImageProcessor means = filtered(noisy, NOISE);
        ImageProcessor gaussian =
                ClassicalFilters.gaussian(new ImagePlus("", noisy), 1.5).getProcessor();
        assertTrue(flatNoise(means) < flatNoise(gaussian));
        assertTrue(edge(means) > 2 * edge(gaussian), edge(means) + ", " + edge(gaussian));
    }

    @Test
    void bytesAreRounded() {
        ByteProcessor bytes = noisyStep(12, 12).convertToByteProcessor(false);
        float[] exact = (float[]) filtered(bytes.convertToFloat(), 25).getPixels();
        ImageProcessor rounded = filtered(bytes, 25);
        for (int i = 0; i < exact.length; i++) assertEquals(Math.round(exact[i]), rounded.get(i));
    }

    @Test
    void coloursAreFilteredOneByOne() {
        ByteProcessor red = noisyStep(12, 12).convertToByteProcessor(false);
        ColorProcessor colours = new ColorProcessor(12, 12);
        colours.setChannel(1, red);
        ColorProcessor result = (ColorProcessor) filtered(colours, 25);
        assertArrayEquals((byte[]) filtered(red, 25).getPixels(), result.getChannel(1));
        assertArrayEquals(new byte[144], result.getChannel(2));
    }

    @Test
    void strengthMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> filtered(noisyStep(9, 9), 0));
    }

    private static ImageProcessor filtered(ImageProcessor plane, double strength) {
        return ClassicalFilters.nonLocalMeans(new ImagePlus("", plane), strength).getProcessor();
    }

    /** From 50 to 150 in the middle column, with normal noise. */
    private static FloatProcessor noisyStep(int width, int height) {
        Random random = new Random(5);
        FloatProcessor plane = new FloatProcessor(width, height);
        for (int i = 0; i < width * height; i++)
            plane.setf(i, (float) (step(i % width, width) + NOISE * random.nextGaussian()));
        return plane;
    }

    private static double step(int x, int width) {
        return x < width / 2 ? 50 : 150;
    }

    private static double squaredError(ImageProcessor plane) {
        double sum = 0;
        for (int i = 0; i < SIZE * SIZE; i++)
            sum += Math.pow(plane.getf(i) - step(i % SIZE, SIZE), 2);
        return sum / (SIZE * SIZE);
    }

    /** The standard deviation far from the edge. */
    private static double flatNoise(ImageProcessor plane) {
        plane.setRoi(0, 0, SIZE / 4, SIZE);
        return plane.getStats().stdDev;
    }

    /** The mean rise between the two columns at the edge. */
    private static double edge(ImageProcessor plane) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) sum += plane.getf(SIZE / 2, y) - plane.getf(SIZE / 2 - 1, y);
        return sum / SIZE;
    }

    private static double naive(FloatProcessor plane, int x, int y, double strength) {
        double sum = 0;
        double weights = 0;
        for (int dy = -11; dy <= 11; dy++)
            for (int dx = -11; dx <= 11; dx++) {
                double distance = 0;
                for (int v = -3; v <= 3; v++)
                    for (int u = -3; u <= 3; u++)
                        distance +=
                                Math.pow(
                                        pixel(plane, x + u, y + v)
                                                - pixel(plane, x + dx + u, y + dy + v),
                                        2);
                double exponent = -distance / 49 / (strength * strength);
                double weight = exponent < -5 ? 0 : Math.exp(exponent);
                sum += weight * pixel(plane, x + dx, y + dy);
                weights += weight;
            }
        return sum / weights;
    }

    /** Mirrored at the borders. */
    private static float pixel(FloatProcessor plane, int x, int y) {
        return plane.getf(inside(x, plane.getWidth()), inside(y, plane.getHeight()));
    }

    private static int inside(int position, int length) {
        if (position < 0) return inside(-position, length);
        return position < length ? position : inside(2 * (length - 1) - position, length);
    }
}
