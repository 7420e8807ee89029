package io.github.noise2clean.reproduce;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The loss of every step of a training, and the time it took, in a table that is written after
 * every epoch and from which a resumed training goes on.
 */
final class StepLog implements TrainingListener {

    private static final String HEADER = "step,seconds,loss";
    private static final double NANOSECONDS = 1e9;

    private final Path file;
    private final LongSupplier clock;
    private final List<Step> steps = new ArrayList<>();
    private final long start;
    private double secondsBefore;

    /**
     * @param number counted from 1 over the whole training
     * @param seconds of training up to its end, without interruptions
     */
    private record Step(long number, double seconds, double loss) {

        static Step parse(String line) {
            String[] values = line.split(",");
            return new Step(
                    Long.parseLong(values[0]),
                    Double.parseDouble(values[1]),
                    Double.parseDouble(values[2]));
        }

        String line() {
            return number + "," + seconds + "," + loss;
        }
    }

    /**
     * Starts anew, now.
     *
     * @param clock in nanoseconds
     */
    StepLog(Path file, LongSupplier clock) {
        this.file = file;
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /**
     * Goes on with what an interrupted training has written, if anything.
     *
     * @throws IOException with a sentence for the user, if that is damaged
     */
    static StepLog resumed(Path file, LongSupplier clock) throws IOException {
        StepLog log = new StepLog(file, clock);
        if (!Files.exists(file)) return log;
        try {
            Files.readAllLines(file).stream().skip(1).map(Step::parse).forEach(log.steps::add);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("The table " + file + " is damaged: delete it.", e);
        }
        log.secondsBefore = log.seconds();
        return log;
    }

    @Override
    public void stepDone(long step, long total, double loss) {
        forgetFrom(step);
        double seconds = secondsBefore + (clock.getAsLong() - start) / NANOSECONDS;
        steps.add(new Step(step, seconds, loss));
    }

    @Override
    public void epochDone(Epoch epoch, int epochs) {
        String table =
                steps.stream()
                        .map(Step::line)
                        .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        try {
            AtomicFiles.write(file, beside -> Files.writeString(beside, table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One loss per step from the first; NaN for one that is not in the table. */
    double[] losses() {
        double[] losses = new double[steps.isEmpty() ? 0 : (int) last().number()];
        Arrays.fill(losses, Double.NaN);
        for (Step step : steps) losses[(int) step.number() - 1] = step.loss();
        return losses;
    }

    /** The time of the whole training, without interruptions. */
    double seconds() {
        return steps.isEmpty() ? 0 : last().seconds();
    }

    /** A checkpoint may be older than the table: what was not kept is done again. */
    private void forgetFrom(long step) {
        while (!steps.isEmpty() && last().number() >= step) {
            steps.remove(steps.size() - 1);
            secondsBefore = seconds();
        }
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }
}
