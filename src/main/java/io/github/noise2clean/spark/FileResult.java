package io.github.noise2clean.spark;

import io.github.noise2clean.batch.FileReport;
import io.github.noise2clean.batch.FileReport.Kind;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * What an executor tells of a file that it has denoised.
 *
 * @param pixels in all planes and channels
 */
record FileResult(FileTask task, long pixels, double seconds) implements Serializable {

    FileReport report() {
        return new FileReport(Path.of(task.input()), Kind.DONE, seconds, task.output());
    }
}
