package io.github.noise2clean.cli;

import io.github.noise2clean.cuda.FetchListener;

/** Shows how far fetching is, and passes on the user's wish to stop. */
final class FetchingProgress implements FetchListener, AutoCloseable {

    private final Terminal terminal;
    private final ProgressLine line;

    FetchingProgress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void begun(String what) {
        terminal.err().println(what);
    }

    @Override
    public void received(long done, long total) {
        line.show("fetching  " + 100 * done / total + "%", done, total);
    }

    @Override
    public boolean isStopped() {
        return terminal.interruption().isRequested();
    }

    @Override
    public void close() {
        line.clear();
    }
}
