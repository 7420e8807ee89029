package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.InputImages;
import org.junit.jupiter.api.Test;

class TrainingTimeTest {

    private static final Graph USUAL =
            Presets.standard(InputImages.planes()).architecture().graph();

    @Test
    void theMeasuredTrainingIsForetoldAsItWas() {
        assertEquals(20 * 60, new TrainingTime(USUAL, 16 * 64 * 64, 4800, 2).seconds(), 60);
    }

    @Test
    void twiceTheStepsTakeTwiceAsLongAndTwiceTheCoresHalf() {
        double one = new TrainingTime(USUAL, 65536, 100, 1).seconds();
        assertEquals(2 * one, new TrainingTime(USUAL, 65536, 200, 1).seconds(), 1e-9);
        assertEquals(one / 2, new TrainingTime(USUAL, 65536, 100, 2).seconds(), 1e-9);
    }

    @Test
    void theSentenceSaysTheTimeAndWhatItRestsOn() {
        String text = new TrainingTime(USUAL, 65536, 4800, 2).sentence();
        assertTrue(text.startsWith("4800 steps: about 20 minutes on 2 cores"), text);
        assertTrue(text.contains("measured"), text);
    }
}
