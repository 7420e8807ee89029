package io.github.noise2clean.image;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that appear complete or not at all: beside first, then moved. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /** Writes the content of a file. */
    public interface Writer {
        void write(Path file) throws IOException;
    }

    /**
     * Lets {@code writer} write to a hidden file with the same extension, then moves it.
     *
     * @throws IOException with a sentence that names the file, if its folder cannot be written to
     */
    public static void write(Path file, Writer writer) throws IOException {
        requireWritable(file);
        Path unfinished = file.resolveSibling("." + UUID.randomUUID() + "." + file.getFileName());
        try {
            writer.write(unfinished);
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Finds out now what {@link #write} would find out after much work.
     *
     * @throws IOException with a sentence that names the file, if its folder cannot be written to
     */
    public static void requireWritable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file) || !Files.isWritable(folder))
            throw new IOException(
                    "Cannot write " + file + ": its folder must exist and be writable.");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
