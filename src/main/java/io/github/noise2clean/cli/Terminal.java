package io.github.noise2clean.cli;

import java.io.PrintWriter;

/**
 * What a command talks to.
 *
 * @param out for results
 * @param err for faults, notes and progress
 * @param inPlace whether a line on {@code err} can be rewritten, because a person is watching
 * @param interruption the user's wish to stop
 */
public record Terminal(
        PrintWriter out, PrintWriter err, boolean inPlace, Interruption interruption) {

    /** That of this process. */
    public static Terminal ofSystem(Interruption interruption) {
        return new Terminal(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                System.console() != null,
                interruption);
    }
}
