package io.github.noise2clean.blocks;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.zarr.Location;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a job's images are, as texts that mean the same to all processes: paths, or addresses such
 * as {@code s3://bucket/image.zarr} where a file system for them is on the class path.
 *
 * @param input the noisy image
 * @param output the denoised one
 */
public record Places(String input, String output) implements Serializable {

    /** Processes may work in other folders than this one. */
    public Places {
        input = Location.everywhere(input);
        output = Location.everywhere(output);
    }

    Path inputPath() throws IOException {
        return Location.of(input);
    }

    Path outputPath() throws IOException {
        return Location.of(output);
    }

    boolean hasOutput() throws IOException {
        return Files.exists(outputPath());
    }

    /**
     * Finds out now what would come out after much work.
     *
     * @throws IOException with a sentence, if the output cannot be written, or would harm the input
     */
    void requireUsable() throws IOException {
        Path noisy = inputPath().toRealPath();
        if (hasOutput()) requireWritable(outputPath());
        else AtomicFiles.requireWritable(outputPath());
        Path denoised = real(outputPath());
        if (denoised.startsWith(noisy) || noisy.startsWith(denoised))
            throw new IOException(
                    "The output %s and the input %s lie within each other: name another output."
                            .formatted(output, input));
    }

    private static void requireWritable(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder))
            throw new IOException("Cannot write to " + folder + ": it is no writable folder.");
    }

    /** Of a file that need not be there, in a folder that is. */
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.exists(absolute)) return absolute.toRealPath();
        return absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }
}
