package io.github.noise2clean.cli;

import io.github.noise2clean.denoise.DenoisingListener;
import java.nio.file.Path;

/** Shows how far the denoising of one file is, and passes on the user's wish to stop. */
final class DenoisingProgress implements DenoisingListener, AutoCloseable {

    private final Terminal terminal;
    private final Path file;
    private final ProgressLine line;

    DenoisingProgress(Terminal terminal, Path file) {
        this.terminal = terminal;
        this.file = file;
        this.line = new ProgressLine(terminal, System::nanoTime);
    }

    @Override
    public void planned(String how) {
        line.clear();
        terminal.err().println(how);
    }

    @Override
    public void begun(String how) {
        terminal.err().println(how);
    }

    @Override
    public void tileDone(long done, long total) {
        line.show(file.getFileName() + "  " + 100 * done / total + "%", done, total);
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
