package io.github.noise2clean.cli;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.train.TrainingListener;

/** Shows how a training goes: a line per epoch, and between them one that is rewritten. */
final class TrainingProgress implements TrainingListener, AutoCloseable {

    private final Terminal terminal;
    private final ProgressLine line;

    TrainingProgress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        line.show(Texts.format("step %d/%d  loss %.5f", step, steps, loss), step, steps);
    }

    @Override
    public void noted(String sentence) {
        line.clear();
        terminal.err().println(sentence);
    }

    @Override
    public void epochDone(Epoch epoch, int epochs) {
        line.clear();
        terminal.out().println(epoch.summary(epochs));
    }

    @Override
    public void close() {
        line.clear();
    }
}
