package io.github.noise2clean.image;

import java.io.IOException;
import java.nio.file.Path;

/** The heap that is still free for the pixels of a file. */
final class Memory {

    private static final long MEBIBYTE = 1 << 20;

    private Memory() {}

    /** Refuses a file before Java runs out of memory in the midst of reading it. */
    static void require(Path file, long bytes) throws IOException {
        require(file, bytes, ".");
    }

    /**
     * @param end of the sentence, which may say what to do
     */
    static void require(Path file, long bytes, String end) throws IOException {
        Runtime java = Runtime.getRuntime();
        long free = java.maxMemory() - java.totalMemory() + java.freeMemory();
        if (bytes > free)
            throw new IOException(
                    "The image file %s needs %d MB of memory, but only %d MB are free%s"
                            .formatted(file, bytes / MEBIBYTE, free / MEBIBYTE, end));
    }
}
