package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.network.PoolingAutoencoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final TrainingPlan PLAN =
            TinyTraining.plan(new PoolingAutoencoder(), TinyTraining.settings(1));

    @Test
    void whatTheValuesOfABatchTakeIsToldBeforeTheFirstStep() {
        String sentence = new Preflight(PLAN, List.of(256L, 512L)).sentence().orElseThrow();
        assertTrue(
                sentence.startsWith("2 patches of 256 x 512 pixels at once, about 267 MB ("),
                sentence);
    }

    @Test
    void ofALittleNothingIsTold() {
        assertEquals(Optional.empty(), new Preflight(PLAN, List.of(16L, 16L)).sentence());
    }
}
