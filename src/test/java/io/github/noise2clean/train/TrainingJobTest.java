package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.model.ModelFile;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingJobTest {

    private static final BooleanSupplier NEVER = () -> false;

    @TempDir Path folder;

    @Test
    void theSameTrainingGivesTheSameFile() throws IOException {
        assertTrue(job("a.zip", 2).start(TrainingListener.NONE, NEVER).finished());
        assertTrue(job("b.zip", 2).start(TrainingListener.NONE, NEVER).finished());
        assertArrayEquals(bytes("a.zip"), bytes("b.zip"));
    }

    @Test
    void aTrainingResumedFromItsFileGivesTheFileOfAnUninterruptedOne() throws IOException {
        job("a.zip", 3).start(TrainingListener.NONE, NEVER);
        TrainingJob.Result stopped = job("b.zip", 3).start(TrainingListener.NONE, after(6));
        assertFalse(stopped.finished());
        assertTrue(Files.exists(checkpoint("b.zip")));
        assertTrue(job("b.zip", 3).resume(TrainingListener.NONE, NEVER).finished());
        assertArrayEquals(bytes("a.zip"), bytes("b.zip"));
        assertFalse(Files.exists(checkpoint("b.zip")));
    }

    @Test
    void theCardTellsTheNormalisedValuesWithTheirNoise() throws IOException {
        TrainedModel model = job("a.zip", 2).start(TrainingListener.NONE, NEVER).model();
        DataRange range = model.card().inputRange().orElseThrow();
        assertEquals(0.1 - 4.2 * 0.2, range.min(), 0.2); // stripes from 0.1 to 0.9, noise of 0.2
        assertEquals(0.9 + 4.2 * 0.2, range.max(), 0.2);
    }

    @Test
    void aTrainingThatHasEndedIsNotRepeated() throws IOException {
        job("a.zip", 2).start(TrainingListener.NONE, NEVER);
        byte[] trained = bytes("a.zip");
        AtomicInteger steps = new AtomicInteger();
        TrainingJob.Result result =
                job("a.zip", 2)
                        .resume(
                                TrainingListener.NONE,
                                () -> {
                                    steps.incrementAndGet();
                                    return false;
                                });
        assertTrue(result.finished());
        assertEquals(2, result.model().card().history().size());
        assertEquals(0, steps.get());
        assertArrayEquals(trained, bytes("a.zip"));
        assertThrows(IOException.class, () -> job("a.zip", 1).resume(TrainingListener.NONE, NEVER));
    }

    @Test
    void aStoppedTrainingLeavesTheBestModelSoFar() throws IOException {
        job("a.zip", 3).start(TrainingListener.NONE, after(6));
        TrainedModel model = ModelFile.read(folder.resolve("a.zip"));
        assertEquals(1, model.card().history().size());
        assertEquals("3", model.card().settings().get("epochs"));
    }

    @Test
    void aTrainingStoppedInItsFirstEpochLeavesTheFileAsItIs() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "the model of last week");
        assertFalse(job("a.zip", 3).start(TrainingListener.NONE, after(2)).saved());
        assertEquals("the model of last week", Files.readString(folder.resolve("a.zip")));
    }

    @Test
    void afterEveryEpochTheModelThatWouldBeSavedIsShown() throws IOException {
        List<TrainedModel> shown = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void modelKept(TrainedModel model) {
                        shown.add(model);
                    }
                };
        TrainedModel saved = job("a.zip", 3).start(listener, after(6)).model();
        assertEquals(1, shown.size());
        assertTrue(saved.weights().contentEquals(shown.get(0).weights()));
        assertEquals(saved.card().history(), shown.get(0).card().history());
    }

    @Test
    void aCancelledTrainingLeavesEverythingAsItWas() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "the model of last week");
        assertThrows(
                CancellationException.class,
                () -> job("a.zip", 3).start(TrainingListener.NONE, cancelledAfter(6)));
        assertEquals("the model of last week", Files.readString(folder.resolve("a.zip")));
        assertFalse(Files.exists(checkpoint("a.zip")));
    }

    @Test
    void aCancelledTrainingLeavesTheCheckpointOfAnEarlierOne() throws IOException {
        job("a.zip", 3).start(TrainingListener.NONE, after(6));
        assertThrows(
                CancellationException.class,
                () -> job("a.zip", 3).start(TrainingListener.NONE, cancelledAfter(1)));
        assertThrows(
                CancellationException.class,
                () -> job("a.zip", 3).resume(TrainingListener.NONE, cancelledAfter(1)));
        assertTrue(Files.exists(checkpoint("a.zip")));
    }

    @Test
    void otherSettingsCannotResume() throws IOException {
        job("a.zip", 3).start(TrainingListener.NONE, after(6));
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> job("a.zip", 4).resume(TrainingListener.NONE, NEVER));
        assertEquals(
                "The training cannot be resumed: the checkpoint a.zip.checkpoint was made with"
                        + " epochs 3, not 4. Use the same settings, or start anew.",
                e.getMessage());
    }

    @Test
    void aTruncatedCheckpointIsRefused() throws IOException {
        job("a.zip", 3).start(TrainingListener.NONE, after(6));
        byte[] whole = Files.readAllBytes(checkpoint("a.zip"));
        for (int length : new int[] {0, 3, 40, whole.length / 2, whole.length - 1}) {
            Files.write(checkpoint("a.zip"), Arrays.copyOf(whole, length));
            IOException e =
                    assertThrows(
                            IOException.class,
                            () -> job("a.zip", 3).resume(TrainingListener.NONE, NEVER));
            assertEquals(
                    "The checkpoint a.zip.checkpoint is damaged: delete it and start anew.",
                    e.getMessage());
        }
    }

    @Test
    void nothingIsResumedWithoutACheckpoint() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> job("none.zip", 3).resume(TrainingListener.NONE, NEVER));
        assertTrue(e.getMessage().startsWith("There is no checkpoint"), e.getMessage());
    }

    @Test
    void patchesAreNoLargerThanTheSmallestImageSnappedToTheNetwork() throws IOException {
        assertArrayEquals(
                new long[] {36, 32},
                PatchSupply.patchSize(
                        TinyTraining.images(), new Footprint(List.of(3, 3), List.of(4, 4)), 64));
    }

    private TrainingJob job(String output, int epochs) throws IOException {
        return new TrainingJob(
                TinyTraining.plan(TinyTraining.NETWORK, TinyTraining.settings(epochs)),
                TinyTraining.images(),
                folder.resolve(output));
    }

    private Path checkpoint(String output) {
        return TrainingJob.checkpointOf(folder.resolve(output));
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static BooleanSupplier after(int steps) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > steps;
    }

    private static BooleanSupplier cancelledAfter(int steps) {
        BooleanSupplier ended = after(steps);
        return () -> {
            if (ended.getAsBoolean()) throw new CancellationException();
            return false;
        };
    }
}
