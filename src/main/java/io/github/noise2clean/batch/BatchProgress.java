package io.github.noise2clean.batch;

import java.nio.file.Path;

/**
 * How far a batch has come.
 *
 * @param file that is under way
 * @param number of it, from 1
 * @param count of all files
 * @param share of the work that is done, by the files' sizes, without what was settled before: 0 to
 *     1
 */
public record BatchProgress(Path file, int number, int count, double share) {

    /** Such as "cells.tif (3 of 200)", or the name alone where there is no other file. */
    public String text() {
        return count == 1
                ? file.getFileName().toString()
                : "%s (%d of %d)".formatted(file.getFileName(), number, count);
    }
}
