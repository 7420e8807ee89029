package io.github.noise2clean.image;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Faults of files as sentences for users, since Java's own exceptions often name the file only. */
public final class FileFaults {

    private FileFaults() {}

    /** The message of {@code fault}, made a sentence where it is one of Java's about a file. */
    public static String sentence(Exception fault) {
        if (fault instanceof NoSuchFileException missing)
            return "There is no file or folder " + missing.getFile() + ".";
        if (fault instanceof AccessDeniedException denied)
            return "There is no permission to use " + denied.getFile() + ".";
        if (fault instanceof FileSystemException other && other.getReason() == null)
            return "The system refuses to use " + other.getFile() + ".";
        return fault.getMessage();
    }
}
