package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.network.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptWeightsTest {

    private static final Graph GRAPH = TinyTraining.NETWORK.graph();

    private float now;

    @Test
    void beforeThereAreAnyThoseOfNowAreKept() {
        now = 5;
        for (FinalWeights rule : FinalWeights.values())
            assertEquals(5, value(kept(rule, Optional.empty())));
    }

    @Test
    void theBestAreThoseOfTheLastEpochThatWasBetter() {
        KeptWeights kept = kept(FinalWeights.BEST, Optional.empty());
        epoch(kept, 1, true);
        epoch(kept, 2, true);
        epoch(kept, 3, false);
        assertEquals(2, value(kept));
    }

    @Test
    void theLastAreThoseOfTheLastEpochHoweverGood() {
        KeptWeights kept = kept(FinalWeights.LAST, Optional.empty());
        epoch(kept, 1, true);
        epoch(kept, 2, false);
        assertEquals(2, value(kept));
    }

    /** A ramp is behind by the span of the mean, which is a twentieth of the steps. */
    @Test
    void theAverageSpansAboutATwentiethOfTheSteps() {
        KeptWeights kept = kept(FinalWeights.AVERAGED, Optional.empty());
        for (int step = 1; step <= 10_000; step++) {
            now = step;
            kept.stepDone(step);
        }
        assertEquals(10_000 - 500, value(kept), 50);
    }

    @Test
    void theAverageOfAnInterruptedTrainingGoesOnAsThatOfAnUninterruptedOne() {
        KeptWeights straight = kept(FinalWeights.AVERAGED, Optional.empty());
        KeptWeights first = kept(FinalWeights.AVERAGED, Optional.empty());
        for (int step = 1; step <= 500; step++) {
            now = step;
            straight.stepDone(step);
            first.stepDone(step);
        }
        KeptWeights second = kept(FinalWeights.AVERAGED, Optional.of(first.get()));
        for (int step = 501; step <= 1000; step++) {
            now = step;
            straight.stepDone(step);
            second.stepDone(step);
        }
        assertEquals(value(straight), value(second));
    }

    private void epoch(KeptWeights kept, float weights, boolean best) {
        now = weights;
        kept.epochDone(best);
    }

    private KeptWeights kept(FinalWeights rule, Optional<Weights> before) {
        return new KeptWeights(rule, before, () -> all(now));
    }

    private static float value(KeptWeights kept) {
        return kept.get().get(GRAPH.parameters().get(0).name())[0];
    }

    private static Weights all(float value) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : GRAPH.parameters()) {
            float[] tensor = new float[parameter.size()];
            Arrays.fill(tensor, value);
            values.put(parameter.name(), tensor);
        }
        return new Weights(GRAPH, values);
    }
}
