package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.dataset.BlindSpot.Line;
import io.github.noise2clean.dataset.ExampleFiles.Treatment;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.noise.NoiseModel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskChoiceTest {

    private static final Preparation PREPARATION =
            new Preparation(
                    Optional.of(new Normalization.Fixed(0, 255)), Cut.PLANES, Optional.empty());

    @Test
    void aLineIsHiddenWhereTheNoiseIsCorrelatedAndTheUserIsToldWhy() {
        TrainingFiles files = files(correlated(1, 0), Optional.empty());
        assertEquals("mask x", files.noisyOnly());
        assertEquals(1, files.warnings().size());
        String warning = files.warnings().get(0);
        assertTrue(warning.contains("plain Noise2Void cannot work"), warning);
        assertTrue(warning.contains("The structured mask x"), warning);
        assertEquals("mask y", files(correlated(0, 1), Optional.empty()).noisyOnly());
    }

    @Test
    void independentNoiseNeedsNoLineAndNoWords() {
        TrainingFiles files = files(correlated(0, 0), Optional.empty());
        assertEquals("mask none", files.noisyOnly());
        assertEquals(List.of(), files.warnings());
    }

    @Test
    void theMaskThatIsAskedForIsTakenWithAWarningWhereItCannotWork() {
        TrainingFiles files = files(correlated(1, 0), Optional.of(Line.NONE));
        assertEquals("mask none", files.noisyOnly());
        String warning = files.warnings().get(0);
        assertTrue(warning.endsWith(" It is not used, since the mask none is asked for."), warning);
        assertEquals(List.of(), files(correlated(0, 0), Optional.of(Line.X)).warnings());
    }

    @Test
    void ofAnImageWithoutNoiseNothingIsKnown() {
        TrainingFiles files = files(new FloatProcessor(64, 64), Optional.empty());
        assertEquals("mask none", files.noisyOnly());
        assertTrue(files.warnings().get(0).contains("could not be measured"));
    }

    @Test
    void neighboursAreTakenAsPairsWithAWarningWhereTheyShareNoise() {
        TrainingFiles alone = neighbours(correlated(0, 0));
        assertEquals("neighbours", alone.noisyOnly());
        assertEquals(64, alone.images().get(0).get(0).target().dimension(0));
        assertEquals(List.of(), alone.warnings());
        String warning = neighbours(correlated(1, 0)).warnings().get(0);
        assertTrue(warning.startsWith("The noise of neighbouring pixels is correlated"), warning);
    }

    @Test
    void aLineOfPixelsHasTooFewNeighbours() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> neighbours(new FloatProcessor(9, 1)));
        assertEquals("line is too small to learn from neighbouring pixels.", refusal.getMessage());
    }

    private static TrainingFiles neighbours(FloatProcessor plane) {
        return TrainingFiles.noisyOnly(
                new ImagePlus("line", plane), treatment(Optional.empty(), true), PREPARATION);
    }

    private static TrainingFiles files(FloatProcessor plane, Optional<Line> mask) {
        return TrainingFiles.noisyOnly(
                new ImagePlus("", plane), treatment(mask, false), PREPARATION);
    }

    private static Treatment treatment(Optional<Line> mask, boolean neighbours) {
        return new Treatment(
                NoiseModel.parse("gaussian:1"), false, mask, neighbours, AxisChoice.AUTO);
    }

    /** White noise added to itself at a distance of so many pixels. */
    private static FloatProcessor correlated(int dx, int dy) {
        Random random = new Random(5);
        FloatProcessor white = new FloatProcessor(130, 130);
        for (int i = 0; i < white.getPixelCount(); i++)
            white.setf(i, (float) random.nextGaussian() * 20 + 50);
        FloatProcessor noise = new FloatProcessor(128, 128);
        for (int y = 0; y < 128; y++)
            for (int x = 0; x < 128; x++)
                noise.setf(x, y, white.getf(x, y) + white.getf(x + dx, y + dy));
        return noise;
    }
}
