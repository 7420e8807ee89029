package io.github.noise2clean.batch;

import io.github.noise2clean.image.FileFaults;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.OutOfMemory;
import io.github.noise2clean.train.TrainingDivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What became of one file of a batch.
 *
 * @param seconds that it took, from before it was opened until the result was written
 * @param message the result's path, or a sentence that says why there is none
 */
public record FileReport(Path file, Kind kind, double seconds, String message) {

    /** How it ended. */
    public enum Kind {
        DONE,
        /** It had been done before. */
        SKIPPED,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FileReport done(BatchFile file, double seconds) {
        return new FileReport(file.input(), Kind.DONE, seconds, file.output().toString());
    }

    static FileReport skipped(BatchFile file) {
        return new FileReport(file.input(), Kind.SKIPPED, 0, file.output().toString());
    }

    static FileReport failed(Path file, double seconds, Throwable fault) {
        return new FileReport(file, Kind.FAILED, seconds, sentence(fault));
    }

    /** Whether the fault lies in the file or the machine, so that the report says it all. */
    static boolean isExplained(Throwable fault) {
        return fault instanceof IOException
                || fault instanceof UncheckedIOException
                || fault instanceof IllegalArgumentException
                || fault instanceof DeviceMemoryException
                || fault instanceof TrainingDivergedException
                || fault instanceof OutOfMemoryError;
    }

    /** Why something failed: of what is no fault of the program, what the fault says. */
    public static String sentence(Throwable fault) {
        if (fault instanceof OutOfMemoryError full) return OutOfMemory.of(full).getMessage();
        return isExplained(fault) ? FileFaults.sentence((Exception) fault) : "Bug: " + fault;
    }
}
