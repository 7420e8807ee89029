package io.github.noise2clean.cli;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.reproduce.ReproductionListener;

/** Shows how a reproduction goes, and passes on the user's wish to stop. */
final class ReproductionProgress implements ReproductionListener, AutoCloseable {

    private final Terminal terminal;
    private final TrainingProgress training;
    private ProgressLine line;
    private String task = "";

    ReproductionProgress(Terminal terminal) {
        this.terminal = terminal;
        this.training = new TrainingProgress(terminal);
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        training.stepDone(step, steps, loss);
    }

    @Override
    public void epochDone(Epoch epoch, int epochs) {
        training.epochDone(epoch, epochs);
    }

    @Override
    public synchronized void taskAdvanced(String name, long done, long total) {
        if (!name.equals(task)) startLine(name);
        line.show(name + "  " + 100 * done / total + "%", done, total);
    }

    @Override
    public boolean isStopped() {
        return terminal.interruption().isRequested();
    }

    @Override
    public synchronized void close() {
        training.close();
        line.clear();
    }

    /** The time left is measured anew for each task. */
    private void startLine(String name) {
        line.clear();
        line = new ProgressLine(terminal, System::nanoTime);
        task = name;
    }
}
