package io.github.noise2clean.live;

import ij.IJ;
import ij.ImagePlus;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.ImageDenoiser;
import io.github.noise2clean.denoise.RegionDenoiser;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.EngineLoadException;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * Shows the visible part of an open image denoised, above it, and follows the view, the slice and
 * the choice of a model, until it is closed or the image is.
 *
 * <p>Glances at them again and again on the event thread and computes on one of its own, where a
 * model stays open as long as it is chosen. What is no longer looked at is dropped.
 */
public final class DenoisingPreview implements AutoCloseable {

    private static final int GLANCE_MILLISECONDS = 150;

    private final ImagePlus noisy;
    private final Supplier<Choice> choice;
    private final RegionOverlay overlay;
    private final NewestOnly thread = new NewestOnly("Noise2Clean preview");
    private final Timer timer = new Timer(GLANCE_MILLISECONDS, event -> glance());
    private final ImageEnd<DenoisingPreview> closing;
    private Optional<Opened> opened = Optional.empty();
    private volatile Optional<Request> newest = Optional.empty();
    private volatile boolean closed;

    /** A model that can be opened; equal to another where that is the same model. */
    public interface Choice {

        /**
         * @throws IOException with a sentence for the user, if there is no such model
         * @throws IllegalArgumentException with a sentence for the user, if it has no preview
         */
        ImageDenoiser open() throws IOException;
    }

    private record Request(Choice choice, Look look) {}

    private record Opened(Choice choice, ImageDenoiser denoiser, RegionDenoiser regions) {}

    private DenoisingPreview(ImagePlus noisy, Supplier<Choice> choice) {
        this.noisy = noisy;
        this.choice = choice;
        this.overlay = new RegionOverlay(noisy);
        this.closing = ImageEnd.of(noisy, this, DenoisingPreview::close);
    }

    /**
     * @param choice asked on the event thread
     */
    public static DenoisingPreview open(ImagePlus noisy, Supplier<Choice> choice) {
        DenoisingPreview preview = new DenoisingPreview(noisy, choice);
        preview.timer.setInitialDelay(0);
        preview.timer.start();
        return preview;
    }

    /** Returns at once; what is being computed is dropped, and the thread ends by itself. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        newest = Optional.empty();
        timer.stop();
        closing.forget();
        thread.end(this::closeModel);
        overlay.remove();
    }

    private synchronized void glance() {
        Optional<Request> wanted = Optional.of(new Request(choice.get(), Look.of(noisy)));
        if (closed || wanted.equals(newest)) return;
        newest = wanted;
        thread.run(() -> denoise(wanted.get()));
    }

    private void denoise(Request request) {
        try {
            ImagePlus region =
                    opened(request.choice())
                            .regions()
                            .denoise(request.look().region(), new WhileNewest(request));
            EventQueue.invokeLater(() -> show(region, request));
        } catch (CancellationException e) {
            return; // something newer waits, or all is closed
        } catch (IOException
                | IllegalArgumentException
                | DeviceMemoryException
                | EngineLoadException e) {
            EventQueue.invokeLater(() -> refuse(e.getMessage(), request));
        }
    }

    private Opened opened(Choice wanted) throws IOException {
        if (opened.filter(model -> model.choice().equals(wanted)).isEmpty()) {
            closeModel();
            ImageDenoiser denoiser = wanted.open();
            opened = Optional.of(opened(wanted, denoiser));
        }
        return opened.orElseThrow();
    }

    private Opened opened(Choice wanted, ImageDenoiser denoiser) {
        try {
            return new Opened(wanted, denoiser, new RegionDenoiser(denoiser, noisy));
        } catch (RuntimeException e) {
            denoiser.close();
            throw e;
        }
    }

    private void closeModel() {
        opened.ifPresent(model -> model.denoiser().close());
        opened = Optional.empty();
    }

    private synchronized void show(ImagePlus region, Request request) {
        if (isNewest(request)) overlay.show(region, request.look());
    }

    private synchronized void refuse(String reason, Request request) {
        if (!isNewest(request)) return;
        overlay.remove();
        IJ.showStatus("No preview. " + reason);
    }

    private boolean isNewest(Request request) {
        return newest.filter(request::equals).isPresent();
    }

    /** Stops where something else is looked at by now. */
    private final class WhileNewest implements DenoisingListener {

        private final Request request;

        WhileNewest(Request request) {
            this.request = request;
        }

        @Override
        public boolean isStopped() {
            return !isNewest(request);
        }
    }
}
