package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Architecture;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.network.PoolingAutoencoder;
import io.github.noise2clean.network.ResBlockVariational;
import io.github.noise2clean.network.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final BooleanSupplier NEVER = () -> false;

    private final List<TrainingState> states = new ArrayList<>();

    @Test
    void theSameSeedGivesTheSameWeights() throws IOException {
        assertTrue(trained(3).contentEquals(trained(3)));
    }

    @Test
    void aResumedTrainingEndsInTheWeightsOfAnUninterruptedOne() throws IOException {
        Weights uninterrupted = trained(4);
        TrainingState interrupted = states.get(1);
        Weights resumed = train(TinyTraining.NETWORK, 4, Optional.of(interrupted), NEVER).weights();
        assertTrue(resumed.contentEquals(uninterrupted));
    }

    @Test
    void aResumedVariationalTrainingDrawsTheSameCodes() throws IOException {
        Architecture network = ResBlockVariational.standard(InputImages.planes());
        Weights uninterrupted = train(network, 2, Optional.empty(), NEVER).weights();
        TrainingState interrupted = states.get(0);
        Weights resumed = train(network, 2, Optional.of(interrupted), NEVER).weights();
        assertTrue(resumed.contentEquals(uninterrupted));
    }

    @Test
    void aTrainingInPartsGoesOnInPartsAndEndsInNearlyTheSameWeights() throws IOException {
        Architecture network = new PoolingAutoencoder(); // without batch normalisation
        Weights whole = train(network, 2, Optional.empty(), NEVER).weights();
        double expected = states.get(1).history().get(1).validationLoss();
        TrainingState first = states.get(0);
        TrainingState inParts =
                new TrainingState(
                        first.history(), first.weights(), first.kept(), first.moments(), 1);
        TrainingState last = train(network, 2, Optional.of(inParts), NEVER);
        assertEquals(1, last.atOnce());
        for (Parameter parameter : network.graph().parameters())
            assertArrayEquals(
                    whole.get(parameter.name()), last.weights().get(parameter.name()), 1e-5f);
        assertEquals(expected, last.history().get(1).validationLoss(), 1e-5);
    }

    @Test
    void validationLossFallsToAFractionOfTheNoise() throws IOException {
        List<Epoch> history = train(TinyTraining.NETWORK, 25, Optional.empty(), NEVER).history();
        double noise = 0.2 * 0.2;
        assertTrue(history.get(24).validationLoss() < 0.4 * noise, history::toString);
    }

    @Test
    void theBestEpochsWeightsAreKept() throws IOException {
        TrainingState last = train(TinyTraining.NETWORK, 6, Optional.empty(), NEVER);
        int best = 0;
        for (int i = 1; i < 6; i++)
            if (last.history().get(i).validationLoss() < last.history().get(best).validationLoss())
                best = i;
        assertTrue(last.kept().contentEquals(states.get(best).weights()));
    }

    @Test
    void aStopIsObeyedBeforeTheNextStep() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger steps = new AtomicInteger();
        try (Trainer trainer = trainer(TinyTraining.NETWORK, 5, Optional.empty())) {
            boolean finished =
                    trainer.run(
                            new TrainingListener() {
                                @Override
                                public void stepDone(long step, long all, double loss) {
                                    steps.incrementAndGet();
                                }
                            },
                            () -> asked.incrementAndGet() > 6,
                            states::add);
            assertFalse(finished);
            assertEquals(6, steps.get());
            assertEquals(1, trainer.history().size());
            assertTrue(trainer.keptWeights().contentEquals(states.get(0).kept()));
        }
    }

    @Test
    void nanPixelsEndTheTrainingWithASentence() throws IOException {
        float[] pixels = new float[32 * 32];
        pixels[100] = Float.NaN;
        TrainingImage broken =
                new TrainingImage.Pair(
                        ArrayImgs.floats(pixels, 32, 32, 1),
                        ArrayImgs.floats(pixels, 32, 32, 1),
                        new DataRange(0, 1),
                        List.of(IntensityMap.linear(0, 1)));
        TrainingSet images = new TrainingSet(List.of(broken), List.of(broken));
        Graph graph = TinyTraining.NETWORK.graph();
        TrainingSettings settings = TinyTraining.settings(20);
        PatchSupply patches = new PatchSupply(images, Footprint.of(graph), settings);
        try (Trainer trainer = new Trainer(graph, patches, settings, start(Optional.empty()))) {
            TrainingDivergedException e =
                    assertThrows(
                            TrainingDivergedException.class,
                            () -> trainer.run(TrainingListener.NONE, NEVER, states::add));
            assertTrue(e.getMessage().startsWith("The training diverged at step"), e.getMessage());
        }
    }

    private Weights trained(int epochs) throws IOException {
        return train(TinyTraining.NETWORK, epochs, Optional.empty(), NEVER).weights();
    }

    /** The last state; all states of this training are kept. */
    private TrainingState train(
            Architecture network,
            int epochs,
            Optional<TrainingState> state,
            BooleanSupplier stopped)
            throws IOException {
        states.clear();
        try (Trainer trainer = trainer(network, epochs, state)) {
            assertTrue(trainer.run(TrainingListener.NONE, stopped, states::add));
            return states.get(states.size() - 1);
        }
    }

    private static Trainer trainer(Architecture network, int epochs, Optional<TrainingState> state)
            throws IOException {
        Graph graph = network.graph();
        TrainingSettings settings = TinyTraining.settings(epochs);
        PatchSupply patches = new PatchSupply(TinyTraining.images(), Footprint.of(graph), settings);
        return new Trainer(graph, patches, settings, start(state));
    }

    private static Trainer.Start start(Optional<TrainingState> state) {
        return new Trainer.Start(Device.cpu(), state);
    }
}
