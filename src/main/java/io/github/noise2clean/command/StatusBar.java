package io.github.noise2clean.command;

import ij.IJ;
import java.util.Optional;
import org.scijava.app.StatusService;

/** Where users look for progress: SciJava's status, where there is one, and ImageJ's bar. */
record StatusBar(Optional<StatusService> service) {

    private static final int PARTS = 1000;

    /**
     * @param service null in a context without one
     */
    static StatusBar of(StatusService service) {
        return new StatusBar(Optional.ofNullable(service));
    }

    void show(double progress, String text) {
        int part = (int) Math.round(PARTS * progress);
        service.ifPresent(status -> status.showStatus(part, PARTS, text));
        IJ.showProgress(progress);
    }

    /** Takes the bar away and leaves {@code text}. */
    void end(String text) {
        service.ifPresent(status -> status.showStatus(PARTS, PARTS, text));
        IJ.showProgress(1);
    }
}
