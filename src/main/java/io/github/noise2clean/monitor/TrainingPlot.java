package io.github.noise2clean.monitor;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.monitor.PictureWindow.Page;
import io.github.noise2clean.train.TrainingListener;
import java.util.List;

/** A window with the loss curves of a training that goes on, redrawn while it does. */
public final class TrainingPlot implements TrainingListener {

    private static final long REDRAWING_NANOSECONDS = 2_000_000_000L;

    private final PictureWindow window;
    private final TrainingLosses losses = new TrainingLosses();
    private long redrawn = System.nanoTime();

    private TrainingPlot(PictureWindow window) {
        this.window = window;
    }

    /** Opens the window; without a screen, and in a macro's batch mode, nothing listens. */
    public static TrainingListener open(String title) {
        return PictureWindow.open(title, pages(new TrainingLosses()))
                .<TrainingListener>map(TrainingPlot::new)
                .orElse(NONE);
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
        window.show(pages(losses));
        redrawn = System.nanoTime();
    }

    private static List<Page> pages(TrainingLosses losses) {
        return List.of(
                new Page("Epochs", losses.ofEpochs().draw()),
                new Page("Iterations", losses.ofSteps().draw()));
    }
}
