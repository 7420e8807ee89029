package io.github.noise2clean.spark;

import io.github.noise2clean.cli.Interruption;
import io.github.noise2clean.cli.Terminal;
import io.github.noise2clean.library.InstalledModels;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** What the program did on the executor threads of this process. */
record SparkRun(int status, String out, String err) {

    /** Arguments may be numbers and paths. */
    static SparkRun of(Object... arguments) {
        return of(new Interruption(), arguments);
    }

    static SparkRun of(Interruption interruption, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        interruption);
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        SparkMain program = new SparkMain(terminal, InstalledModels.found());
        int status = program.commandLine().execute(texts);
        return new SparkRun(status, out.toString(), err.toString());
    }
}
