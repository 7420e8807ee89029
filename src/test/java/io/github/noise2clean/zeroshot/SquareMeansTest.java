package io.github.noise2clean.zeroshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class SquareMeansTest {

    @Test
    void everyPixelBecomesTheMeanOfItsSquare() {
        float[] pixels = new float[6 * 5];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i % 6 + 10 * (i / 6);
        assertArrayEquals(
                new float[] {
                    16.5f, 16.5f, 16.5f, 16.5f, 19.5f, 19.5f,
                    16.5f, 16.5f, 16.5f, 16.5f, 19.5f, 19.5f,
                    16.5f, 16.5f, 16.5f, 16.5f, 19.5f, 19.5f,
                    16.5f, 16.5f, 16.5f, 16.5f, 19.5f, 19.5f,
                    41.5f, 41.5f, 41.5f, 41.5f, 44.5f, 44.5f
                },
                SquareMeans.of(ArrayImgs.floats(pixels, 6, 5), 0));
    }

    @Test
    void holesDoNotCount() {
        float[] pixels = {Float.NaN, 2, 4, Float.POSITIVE_INFINITY, Float.NaN};
        assertArrayEquals(
                new float[] {3, 3, 3, 3, Float.NaN},
                SquareMeans.of(ArrayImgs.floats(pixels, 5, 1), 0));
    }
}
