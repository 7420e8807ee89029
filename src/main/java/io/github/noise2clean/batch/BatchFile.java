package io.github.noise2clean.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An image file, and the file that what is made of it is written to. */
public record BatchFile(Path input, Path output) {

    /** Whether the output is there, and not older than the input. */
    boolean isDone() throws IOException {
        return Files.isRegularFile(output)
                && Files.getLastModifiedTime(output).compareTo(Files.getLastModifiedTime(input))
                        >= 0;
    }

    /** Of the input in bytes; 1 at least, also where there is none to read. */
    long size() {
        return Math.max(1, input.toFile().length());
    }
}
