package io.github.noise2clean.monitor;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.monitor.PictureWindow.Page;
import io.github.noise2clean.train.TrainingListener;
import java.util.List;
import java.util.Optional;

/**
 * A window with the loss curves of a training that goes on, redrawn while it does, and with images
 * that it has not learned from when it is over. Without a screen, and in a macro's batch mode,
 * there is none.
 */
public final class TrainingPlot implements TrainingListener {

    private static final long REDRAWING_NANOSECONDS = 2_000_000_000L;

    private final Optional<PictureWindow> window;
    private final TrainingLosses losses = new TrainingLosses();
    private long redrawn = System.nanoTime();

    private TrainingPlot(Optional<PictureWindow> window) {
        this.window = window;
    }

    /** Opens the window. */
    public static TrainingPlot open(String title) {
        return new TrainingPlot(PictureWindow.open(title, pages(new TrainingLosses())));
    }

    /** Whether there is anybody to see it. */
    public boolean isOpen() {
        return window.isPresent();
    }

    /** Shows images in front of the curves. */
    public void show(HeldOutMontage images) {
        window.ifPresent(open -> open.add(new Page("Images held out", images.draw())));
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        losses.stepDone(step, steps, loss);
        if (System.nanoTime() - redrawn > REDRAWING_NANOSECONDS) redraw();
    }

    @Override
    public void epochDone(Epoch epoch, int total) {
        losses.epochDone(epoch, total);
        redraw();
    }

    private void redraw() {
        window.ifPresent(open -> open.show(pages(losses)));
        redrawn = System.nanoTime();
    }

    private static List<Page> pages(TrainingLosses losses) {
        return List.of(
                new Page("Epochs", losses.ofEpochs().draw()),
                new Page("Iterations", losses.ofSteps().draw()));
    }
}
