package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.network.PoolingAutoencoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchesAtOnceTest {

    @Test
    void whatBatchNormalisationSeesIsSaid() {
        PatchesAtOnce fewer = new PatchesAtOnce(4, 16, TinyTraining.NETWORK.graph());
        assertEquals(
                "The memory does not hold a batch of 16 patches: from step 3 on the network is"
                        + " shown 4 at a time, and their gradients are added up, of which batch"
                        + " normalisation sees 4 at a time.",
                fewer.sentence(2));
        assertEquals(
                Map.of(
                        "patches-at-once",
                        "4 of 16, for want of memory, as batch normalisation saw them"),
                fewer.settings());
    }

    @Test
    void ofANetworkWithoutItNothingIsSaid() {
        PatchesAtOnce fewer = new PatchesAtOnce(4, 16, new PoolingAutoencoder().graph());
        assertEquals(Map.of("patches-at-once", "4 of 16, for want of memory"), fewer.settings());
    }

    @Test
    void theCardOfATrainingInWholeBatchesSaysNothing() {
        PatchesAtOnce all = new PatchesAtOnce(Integer.MAX_VALUE, 16, TinyTraining.NETWORK.graph());
        assertEquals(Map.of(), all.settings());
    }
}
