package io.github.noise2clean.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.NpyFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessingTest {

    private static final double EPS = 1e-6;

    /** Two channels of two pixels. */
    private final Pixels noisy =
            Tensor.pixels(new NpyFile(new long[] {1, 2, 1, 2}, new float[] {1, 3, 10, 30}));

    @Test
    void deviationsAreThoseOfAChannelOrOfAll() {
        float[] alone = before(new Step.Standardize(false, EPS));
        assertArrayEquals(new float[] {-1, 1, -1, 1}, alone, 1e-5f);
        double deviation = Math.sqrt((100 + 64 + 1 + 361) / 4.0);
        float[] together = before(new Step.Standardize(true, EPS));
        assertEquals((1 - 11) / (deviation + EPS), together[0], 1e-6);
        assertEquals((30 - 11) / (deviation + EPS), together[3], 1e-6);
    }

    @Test
    void aStepSeesWhatTheStepsBeforeItHaveMade() {
        var range = new Step.ScaleRange(new Normalization.Percentile(0, 100), true, 0);
        float[] shown = before(new Step.Clip(2, 12), range);
        assertArrayEquals(new float[] {0, 0.1f, 0.8f, 1}, shown, 1e-6f);
    }

    @Test
    void channelsAreScaledByTheirOwnNumbers() {
        float[] shown = before(new Step.ScaleLinear(List.of(1.0, 0.1), List.of(-1.0)));
        assertArrayEquals(new float[] {0, 2, 0, 2}, shown, 1e-6f);
    }

    @Test
    void greyValuesAreRestoredWhereNothingIsSaidOfTheOutput() {
        Processing processing =
                new Processing(
                        List.of(
                                new Step.ScaleLinear(List.of(0.5), List.of(4.0)),
                                new Step.Standardize(false, EPS)),
                        List.of());
        Pixels shown = noisy.mapped(processing.before(noisy));
        float[] restored = Tensor.values(shown.mapped(processing.restoration(noisy)));
        assertArrayEquals(new float[] {1, 3, 10, 30}, restored, 1e-5f);
    }

    @Test
    void theMeanAndDeviationOfTheNoisyImageAreGivenToWhatWasMadeOfAllOfIt() {
        Processing processing =
                new Processing(
                        List.of(),
                        List.of(new FinalStep.MatchMoments(new Step.Standardize(false, 0))));
        assertTrue(processing.needsAll());
        Pixels made = Tensor.pixels(new NpyFile(new long[] {1, 2, 1, 2}, new float[] {0, 1, 5, 7}));
        float[] finished = Tensor.values(made.mapped(processing.after(noisy, made)));
        assertArrayEquals(new float[] {1, 3, 10, 30}, finished, 1e-5f);
    }

    @Test
    void theRangeOfTheNoisyImageIsKnownBeforeAnythingIsMade() {
        var range = new Step.ScaleRange(new Normalization.Percentile(0, 100), false, 0);
        Processing processing = new Processing(List.of(), List.of(new FinalStep.OfNoisy(range)));
        assertFalse(processing.needsAll());
        float[] finished = Tensor.values(noisy.mapped(processing.restoration(noisy)));
        assertArrayEquals(new float[] {0, 1, 0, 1}, finished, 1e-6f);
    }

    private float[] before(Step... steps) {
        Processing processing = new Processing(List.of(steps), List.of());
        return Tensor.values(noisy.mapped(processing.before(noisy)));
    }
}
