package io.github.noise2clean.spark;

import io.github.noise2clean.batch.BatchFile;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * A file to denoise, as it is told to an executor, which must find it in the same place.
 *
 * @param output the file to write
 */
record FileTask(String input, String output) implements Serializable {

    static FileTask of(BatchFile file) {
        return new FileTask(
                file.input().toAbsolutePath().toString(),
                file.output().toAbsolutePath().toString());
    }

    BatchFile file() {
        return new BatchFile(Path.of(input), Path.of(output));
    }

    @Override
    public String toString() {
        return input;
    }
}
