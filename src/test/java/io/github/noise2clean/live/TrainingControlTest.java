package io.github.noise2clean.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainingControlTest {

    private final AtomicBoolean escape = new AtomicBoolean();
    private final TrainingControl control = new TrainingControl(escape::get);
    private final ExecutorService trainer = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        trainer.shutdownNow();
    }

    @Test
    void aTrainingGoesOnUntilItIsStopped() {
        assertFalse(control.getAsBoolean());
        control.stop();
        assertTrue(control.getAsBoolean());
    }

    @Test
    void escapeStopsATrainingThatWaits() throws Exception {
        control.pause();
        Future<Boolean> answer = trainer.submit(control::getAsBoolean);
        escape.set(true);
        assertTrue(answer.get());
    }

    @Test
    void aPauseLastsUntilTheTrainingGoesOn() throws Exception {
        control.pause();
        Future<Boolean> answer = trainer.submit(control::getAsBoolean);
        awaitThePause();
        assertFalse(answer.isDone());
        control.goOn();
        assertFalse(answer.get());
    }

    @Test
    void theClockStandsStillDuringAPause() throws Exception {
        control.pause();
        long before = control.clock();
        Future<Boolean> answer = trainer.submit(control::getAsBoolean);
        long begun = System.nanoTime();
        awaitThePause();
        Thread.sleep(300);
        control.goOn();
        answer.get();
        long wall = System.nanoTime() - begun;
        assertTrue(control.clock() - before < wall - 200_000_000, "paused for " + wall);
    }

    @Test
    void errandsAreRunOnTheThreadThatTrainsEvenInAPause() throws Exception {
        List<Thread> threads = new ArrayList<>();
        control.send(() -> threads.add(Thread.currentThread()));
        control.getAsBoolean();
        control.pause();
        trainer.submit(control::getAsBoolean);
        CountDownLatch done = new CountDownLatch(1);
        control.send(
                () -> {
                    threads.add(Thread.currentThread());
                    done.countDown();
                });
        done.await();
        control.goOn();
        Thread training = trainer.submit(Thread::currentThread).get();
        assertEquals(List.of(Thread.currentThread(), training), threads);
    }

    @Test
    void aCancelledTrainingAnswersWithAnExceptionInAPauseToo() throws Exception {
        control.pause();
        Future<Boolean> answer = trainer.submit(control::getAsBoolean);
        control.cancel();
        Exception e = assertThrows(Exception.class, answer::get);
        assertEquals(CancellationException.class, e.getCause().getClass());
        control.stop();
        assertThrows(CancellationException.class, control::getAsBoolean);
    }

    @Test
    void aTrainingThatEndsIsNotPaused() {
        control.stop();
        control.pause();
        assertTrue(control.getAsBoolean());
    }

    /** Until the training thread takes an errand, which it does within a pause. */
    private void awaitThePause() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        control.send(taken::countDown);
        taken.await();
    }
}
