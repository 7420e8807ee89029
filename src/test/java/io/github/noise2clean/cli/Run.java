package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.ModelFolder;
import io.github.noise2clean.library.OwnModels;
import io.github.noise2clean.model.ModelLibrary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What the program did when it was run in this process. */
record Run(int status, String out, String err) {

    /** The bundled ones, whoever runs the tests. */
    private static final InstalledModels MODELS =
            new InstalledModels(
                    ModelLibrary.BUNDLED,
                    List.of(),
                    new OwnModels(new ModelFolder(Path.of("target", "no-models"))));

    /** All commands and their options. */
    static CommandLine commandLine() {
        StringWriter out = new StringWriter();
        return new Main(terminal(new Interruption(), out, out), MODELS).commandLine();
    }

    /** Arguments may be numbers and paths. */
    static Run of(Object... args) {
        return of(new Interruption(), new StringWriter(), args);
    }

    static Run of(Interruption interruption, StringWriter out, Object... args) {
        return with(MODELS, interruption, out, args);
    }

    /** With other models at hand. */
    static Run with(InstalledModels models, Object... args) {
        return with(models, new Interruption(), new StringWriter(), args);
    }

    private static Run with(
            InstalledModels models, Interruption interruption, StringWriter out, Object... args) {
        StringWriter err = new StringWriter();
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        int status = new Main(terminal(interruption, out, err), models).run(texts);
        return new Run(status, out.toString(), err.toString());
    }

    private static Terminal terminal(
            Interruption interruption, StringWriter out, StringWriter err) {
        return new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), false, interruption);
    }

    /** Requires the status 2, and one sentence that contains {@code words}, without a stack. */
    static void mistake(String words, Object... args) {
        Run run = of(args);
        List<String> lines = run.err.lines().toList();
        assertEquals(2, run.status, run.err);
        assertEquals("", run.out);
        assertTrue(lines.get(0).contains(words), run.err);
        assertFalse(run.err.contains("Exception") || run.err.contains("at io."), run.err);
        assertTrue(
                lines.size() == 1 || lines.size() == 2 && lines.get(1).startsWith("Try 'noise2"),
                run.err);
    }

    /** The lines on standard output of a run without faults. */
    List<String> lines() {
        assertEquals("", err);
        assertEquals(0, status);
        return out.lines().toList();
    }
}
