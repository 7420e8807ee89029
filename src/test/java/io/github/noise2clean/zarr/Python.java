package io.github.noise2clean.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python of this machine that has the package zarr; a test is skipped without it. */
final class Python {

    private static final Optional<String> PROGRAM =
            Stream.of("python3", "/usr/bin/python3").filter(Python::hasZarr).findFirst();

    private Python() {}

    /** Runs a script, which must end well, and returns what it prints. */
    static String run(String script, Path argument) throws IOException {
        assumeTrue(PROGRAM.isPresent(), "There is no Python with the package zarr here.");
        return finished(List.of(PROGRAM.get(), "-c", script, argument.toString()), 0);
    }

    private static boolean hasZarr(String program) {
        try {
            finished(List.of(program, "-c", "import zarr; assert zarr.__version__[0] == '2'"), 0);
            return true;
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    private static String finished(List<String> command, int status) throws IOException {
        Process process =
                new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.onExit().join().exitValue(), output);
        return output;
    }
}
