package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingInMemoryTest {

    @TempDir private Path folder;

    @Test
    void itsModelIsTheOneThatAFileWouldHold() throws IOException {
        TrainingSet images = TinyTraining.images();
        TrainingPlan plan = plan(FinalWeights.BEST);
        TrainedModel inMemory =
                new TrainingInMemory(plan, images).run(TrainingListener.NONE, () -> false);
        Path file = folder.resolve("model.zip");
        new TrainingJob(plan, images, file).start(TrainingListener.NONE, () -> false);
        TrainedModel written = ModelFile.read(file);
        assertEquals(written.card(), inMemory.card());
        assertTrue(written.weights().contentEquals(inMemory.weights()));
    }

    @Test
    void withNothingToJudgeByOnlyTheTrainingLossIsKnown() throws IOException {
        List<Epoch> history =
                unjudged(FinalWeights.LAST)
                        .run(TrainingListener.NONE, () -> false)
                        .card()
                        .history();
        assertEquals(2, history.size());
        assertTrue(history.get(1).trainingLoss() > 0);
        assertTrue(Double.isNaN(history.get(1).validationLoss()));
    }

    @Test
    void withNothingToJudgeByNoWeightsAreTheBest() {
        TrainingInMemory training = unjudged(FinalWeights.BEST);
        assertThrows(
                IllegalArgumentException.class,
                () -> training.run(TrainingListener.NONE, () -> false));
    }

    @Test
    void aTrainingThatIsStoppedHasNoModel() {
        TrainingInMemory training = unjudged(FinalWeights.LAST);
        assertThrows(
                CancellationException.class, () -> training.run(TrainingListener.NONE, () -> true));
    }

    @Test
    void everyStepHasEveryPhaseInOrder() throws IOException {
        List<Phase> phases = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void phaseBegun(Phase phase) {
                        phases.add(phase);
                    }
                };
        unjudged(FinalWeights.LAST).run(listener, () -> false);
        List<Phase> step = List.of(Phase.values());
        List<Phase> steps = Collections.nCopies(8, step).stream().flatMap(List::stream).toList();
        assertEquals(steps, phases);
    }

    private static TrainingInMemory unjudged(FinalWeights weights) {
        List<TrainingImage> images = TinyTraining.images().training();
        return new TrainingInMemory(plan(weights), new TrainingSet(images, List.of()));
    }

    private static TrainingPlan plan(FinalWeights weights) {
        return TinyTraining.plan(TinyTraining.NETWORK, TinyTraining.settings(2, weights));
    }
}
