package io.github.noise2clean.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningMomentsTest {

    @Test
    void momentsAreThoseOfEachPixel() {
        RunningMoments moments = new RunningMoments(2);
        for (float value : new float[] {1, 2, 6}) moments.add(new float[] {value, 5});
        assertArrayEquals(new float[] {3, 5}, moments.mean());
        assertArrayEquals(new float[] {(float) Math.sqrt(7), 0}, moments.standardDeviation());
    }

    @Test
    void aSmallSpreadOfLargeValuesIsNotLost() {
        RunningMoments moments = new RunningMoments(1);
        for (int i = 0; i < 1000; i++) moments.add(new float[] {1e7f + i % 2});
        assertEquals(0.50025, moments.standardDeviation()[0], 1e-5);
    }

    @Test
    void oneImageHasNoSpread() {
        RunningMoments moments = new RunningMoments(1);
        moments.add(new float[] {4});
        assertArrayEquals(new float[] {4}, moments.mean());
        assertArrayEquals(new float[] {0}, moments.standardDeviation());
    }
}
