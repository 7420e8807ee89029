package io.github.noise2clean.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepLogTest {

    private static final Epoch EPOCH = new Epoch(1, 0.5, 0.4, 20, 0.8);
    private static final long SECOND = 1_000_000_000;

    @TempDir private Path folder;
    private final AtomicLong clock = new AtomicLong();
    private Path file;
    private StepLog log;

    @BeforeEach
    void logThreeSteps() {
        file = folder.resolve("steps.csv");
        log = new StepLog(file, clock::get);
        run(log, 1, 0.5);
        run(log, 2, 0.25);
        log.epochDone(EPOCH, 2);
        run(log, 3, 0.125);
    }

    @Test
    void everyStepIsInTheTableAfterAnEpoch() throws IOException {
        assertEquals("step,seconds,loss\n1,1.0,0.5\n2,2.0,0.25\n", Files.readString(file));
    }

    @Test
    void lossesAndTimeAreThoseOfTheSteps() {
        assertArrayEquals(new double[] {0.5, 0.25, 0.125}, log.losses());
        assertEquals(3, log.seconds());
    }

    @Test
    void aResumedTrainingGoesOnWithoutTheTimeBetween() throws IOException {
        clock.addAndGet(1000 * SECOND);
        StepLog resumed = StepLog.resumed(file, clock::get);
        run(resumed, 3, 0.0625);
        assertArrayEquals(new double[] {0.5, 0.25, 0.0625}, resumed.losses());
        assertEquals(3, resumed.seconds());
    }

    @Test
    void stepsThatAreDoneAgainCountOnce() throws IOException {
        StepLog resumed = StepLog.resumed(file, clock::get);
        run(resumed, 2, 0.0625);
        assertArrayEquals(new double[] {0.5, 0.0625}, resumed.losses());
        assertEquals(2, resumed.seconds());
    }

    @Test
    void stepsBeforeALostTableAreNotNumbers() throws IOException {
        Files.delete(file);
        StepLog resumed = StepLog.resumed(file, clock::get);
        run(resumed, 3, 1);
        assertTrue(Double.isNaN(resumed.losses()[1]));
        assertEquals(1, resumed.losses()[2]);
    }

    @Test
    void aDamagedTableIsNamed() throws IOException {
        Files.writeString(file, "step,seconds,loss\n1,x\n");
        IOException fault =
                assertThrows(IOException.class, () -> StepLog.resumed(file, clock::get));
        assertEquals("The table " + file + " is damaged: delete it.", fault.getMessage());
    }

    private void run(StepLog target, long step, double loss) {
        clock.addAndGet(SECOND);
        target.stepDone(step, 4, loss);
    }
}
