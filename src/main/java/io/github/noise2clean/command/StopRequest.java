package io.github.noise2clean.command;

import ij.IJ;
import org.scijava.Cancelable;

/** The user's wish that a command should end: the Escape key, or a cancellation by SciJava. */
record StopRequest(Cancelable command) {

    /** A request about a command that begins now: an earlier Escape was not meant for it. */
    static StopRequest of(Cancelable command) {
        IJ.resetEscape();
        return new StopRequest(command);
    }

    boolean isMade() {
        return IJ.escapePressed() || command.isCanceled();
    }
}
