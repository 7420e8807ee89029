package io.github.noise2clean.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.reproduce.Reproduction.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    @TempDir private Path folder;

    @Test
    void writesTheModelTheReportAndItsPictures() throws IOException {
        Outcome outcome = TinyReproduction.in(folder).start(ReproductionListener.NONE);
        assertEquals(
                Set.of(
                        "model.zip",
                        "report.md",
                        "loss-steps.csv",
                        "loss-steps.png",
                        "loss-epochs.png",
                        "montage.png"),
                files());
        assertEquals(2, outcome.history().size());
        assertEquals(
                outcome.report().orElseThrow().markdown(),
                Files.readString(folder.resolve("report.md")));
    }

    @Test
    void theWholeTestSetIsMeasuredAndATenthOfTheTrainingImagesIsHeldOut() throws IOException {
        Report report = report(TinyReproduction.in(folder));
        assertEquals(new Circumstances.Images("discs", 14, 2, 3), report.run().data());
        assertEquals(5, report.scores().rows().size());
    }

    @Test
    void anotherNoiseIsThatOfTheTrainingAndOfTheTest() throws IOException {
        NoiseModel strong = NoiseModel.parse("gaussian:200");
        Report authors = report(TinyReproduction.in(folder));
        Report other = report(TinyReproduction.in(folder, Optional.of(strong)));
        assertTrue(noisySsim(other) < noisySsim(authors) / 2);
        assertTrue(firstLoss(other) > 10 * firstLoss(authors));
        assertTrue(other.markdown().contains("The noise is gaussian:200, not the author's"));
        assertFalse(authors.markdown().contains("not the author's"));
    }

    @Test
    void aStoppedTrainingGoesOnToTheSameModel() throws IOException {
        Path straight = Files.createDirectory(folder.resolve("straight"));
        Path stopped = Files.createDirectory(folder.resolve("stopped"));
        TinyReproduction.in(straight).start(ReproductionListener.NONE);
        Outcome first = TinyReproduction.in(stopped).start(new Stopping("epoch 1"));
        assertTrue(first.report().isEmpty());
        assertFalse(Files.exists(stopped.resolve("report.md")));
        assertEquals(1, first.history().size());
        TinyReproduction.in(stopped).resume(ReproductionListener.NONE);
        assertArrayEquals(
                Files.readAllBytes(straight.resolve("model.zip")),
                Files.readAllBytes(stopped.resolve("model.zip")));
        assertEquals(steps(straight), steps(stopped));
    }

    @Test
    void aStoppedMeasurementGoesOnWithoutTraining() throws IOException {
        Outcome first = TinyReproduction.in(folder).start(new Stopping("measuring median 3x3"));
        assertTrue(first.report().isEmpty());
        assertEquals(2, first.history().size());
        byte[] model = Files.readAllBytes(folder.resolve("model.zip"));
        Report report =
                TinyReproduction.in(folder)
                        .resume(ReproductionListener.NONE)
                        .report()
                        .orElseThrow();
        assertArrayEquals(model, Files.readAllBytes(folder.resolve("model.zip")));
        assertTrue(report.run().minutes() > 0);
    }

    @Test
    void withoutACheckpointThereIsNothingToResume() {
        Reproduction reproduction = TinyReproduction.in(folder);
        assertThrows(IOException.class, () -> reproduction.resume(ReproductionListener.NONE));
    }

    private static Report report(Reproduction reproduction) throws IOException {
        return reproduction.start(ReproductionListener.NONE).report().orElseThrow();
    }

    private static double noisySsim(Report report) {
        return report.scores().rows().get(0).score().skimage();
    }

    /** The residual network's, which is the noise's variance at first. */
    private static double firstLoss(Report report) {
        return report.model().card().history().get(0).trainingLoss();
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** The losses, without the time they took. */
    private static String steps(Path folder) throws IOException {
        return Files.readString(folder.resolve("loss-steps.csv")).replaceAll(",.*,", ",");
    }

    /** Stops when an epoch has ended or a task has begun. */
    private static final class Stopping implements ReproductionListener {

        private final String moment;
        private volatile boolean stopped;

        Stopping(String moment) {
            this.moment = moment;
        }

        @Override
        public void epochDone(Epoch epoch, int epochs) {
            stopped |= moment.equals("epoch " + epoch.number());
        }

        @Override
        public void taskAdvanced(String task, long done, long total) {
            stopped |= moment.equals(task);
        }

        @Override
        public boolean isStopped() {
            return stopped;
        }
    }
}
