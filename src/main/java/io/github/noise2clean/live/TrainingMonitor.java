package io.github.noise2clean.live;

import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.monitor.HeldOutMontage;
import io.github.noise2clean.monitor.PictureTabs;
import io.github.noise2clean.monitor.PictureWindow;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.train.TrainingListener;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.Optional;

/**
 * A window on a training that goes on: curves, a preview of a region, and buttons to pause, stop or
 * cancel it. Without a screen, and in a macro's batch mode, there is none.
 *
 * <p>All computing is done on the thread that trains, so that the two never compete.
 */
public final class TrainingMonitor implements TrainingListener, AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    /** A preview may take one part of so many of the time. */
    private static final int PREVIEW_PART = 4;

    private final TrainingControl control;
    private final DeviceChoice device;
    private final Pace pace;
    private final TrainingLosses losses = new TrainingLosses();
    private final Optional<MonitorWindow> window;
    private final Optional<RegionOfImage> region;
    private final Rhythm progress = new Rhythm(SECOND / 2);
    private final Rhythm curves = new Rhythm(2 * SECOND);
    private final Rhythm previews = new Rhythm(0);
    private Optional<TrainedModel> model = Optional.empty();
    private volatile PreviewPlace place;
    private boolean isStale;
    private String epoch = "Epoch 1";

    private TrainingMonitor(
            String title, PreviewImages images, DeviceChoice device, TrainingControl control) {
        this.control = control;
        this.device = device;
        this.pace = new Pace(control::clock);
        this.place = images.first();
        this.window =
                PictureWindow.isSeen()
                        ? Optional.of(
                                new MonitorWindow(
                                        title, new PreviewPanel(images, this::look), control))
                        : Optional.empty();
        this.region = window.flatMap(open -> RegionOfImage.of(images, this::follow));
    }

    /**
     * Opens the window where it is seen.
     *
     * @param images to look at
     * @param device where the network learns
     */
    public static TrainingMonitor open(
            String title, PreviewImages images, DeviceChoice device, TrainingControl control) {
        TrainingMonitor monitor = new TrainingMonitor(title, images, device, control);
        monitor.inWindow(MonitorWindow::open);
        return monitor;
    }

    /** Whether there is anybody to see it. */
    public boolean isOpen() {
        return window.isPresent();
    }

    /** Shows what came out, in front of the curves. */
    public void show(HeldOutMontage images) {
        PictureTabs.Page page = new PictureTabs.Page("Images held out", images.draw());
        inWindow(open -> open.show(page));
    }

    @Override
    public void stepDone(long step, long steps, double loss) {
        losses.stepDone(step, steps, loss);
        pace.stepDone(step, steps, loss);
        if (window.isEmpty()) return;
        if (progress.isDue() || step == steps) showProgress(step, steps, loss);
        if (curves.isDue()) showCurves();
    }

    @Override
    public void epochDone(Epoch done, int epochs) {
        losses.epochDone(done, epochs);
        epoch = done.summary(epochs);
    }

    @Override
    public void modelKept(TrainedModel kept) {
        losses.modelKept(kept);
        model = Optional.of(kept);
        if (window.isEmpty()) return;
        showCurves();
        isStale = !previews.isDue();
        if (!isStale) preview();
    }

    /** The window stays, as it is in the end. */
    @Override
    public void close() {
        region.ifPresent(RegionOfImage::close);
        if (isStale && !control.isCancelled()) preview();
        showCurves();
        String last = control.isCancelled() ? "Cancelled: nothing was kept." : "Ended. " + epoch;
        inWindow(open -> open.end(last));
    }

    private void showProgress(long step, long steps, double loss) {
        String text =
                "%s  |  step %d of %d, loss %.5f  |  %s".formatted(epoch, step, steps, loss, pace);
        String deviceText = DeviceText.of(device);
        inWindow(open -> open.show((double) step / steps, text, deviceText));
    }

    private void showCurves() {
        Curves now = losses.curves();
        inWindow(open -> open.show(now));
    }

    /** The user has drawn a region in the open image. */
    private void follow(PreviewPlace drawn) {
        inWindow(open -> open.preview().choose(drawn));
        look(drawn);
    }

    private void look(PreviewPlace chosen) {
        place = chosen;
        control.send(() -> previewAnew(chosen));
    }

    /** While a region is drawn, only where it is by now. */
    private void previewAnew(PreviewPlace chosen) {
        if (chosen == place) preview();
    }

    private void preview() {
        if (model.isEmpty()) return;
        long begun = System.nanoTime();
        try {
            RegionPreview made = RegionPreview.of(model.get(), place, device);
            String when = "epoch " + model.get().card().history().size();
            inWindow(open -> open.preview().show(made, when));
        } catch (IOException | IllegalArgumentException | DeviceMemoryException e) {
            inWindow(open -> open.preview().show(e.getMessage()));
        }
        previews.every(PREVIEW_PART * (System.nanoTime() - begun));
    }

    /** What is to be done with the window, if there is one. */
    private interface Deed {
        void in(MonitorWindow window);
    }

    private void inWindow(Deed deed) {
        window.ifPresent(open -> EventQueue.invokeLater(() -> deed.in(open)));
    }
}
