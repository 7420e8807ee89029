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
record Terminal(PrintWriter out, PrintWriter err, boolean inPlace, Interruption interruption) {}
