package io.github.noise2clean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An image file, and the file that what is made of it is written to. */
record OutputFile(Path input, Path output) {

    /**
     * Gives every input its output: the named file, or one of its own in the named folder, which is
     * made where there are several inputs.
     *
     * @throws IOException with a sentence for the user, if two inputs have one output or an output
     *     is an input
     */
    static List<OutputFile> all(InputFiles inputs, Path output) throws IOException {
        boolean folder = inputs.several() || Files.isDirectory(output);
        if (folder && !inputs.files().isEmpty()) makeFolder(output);
        List<OutputFile> files =
                inputs.files().stream()
                        .map(file -> new OutputFile(file, folder ? in(output, file) : output))
                        .toList();
        requireDistinct(files);
        for (OutputFile file : files) file.requireNoneOf(inputs.files());
        return files;
    }

    private static void makeFolder(Path output) throws IOException {
        boolean named = output.toString().matches("(?i).*\\.(tiff?|png)");
        if (Files.isRegularFile(output) || named && !Files.exists(output))
            throw new IOException("Several images need a folder as output, not " + output + ".");
        Files.createDirectories(output);
    }

    private static Path in(Path folder, Path input) {
        return folder.resolve(
                input.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".tif");
    }

    private static void requireDistinct(List<OutputFile> files) throws IOException {
        Map<Path, Path> inputs = new HashMap<>();
        for (OutputFile file : files) {
            Path other = inputs.put(file.output, file.input);
            if (other != null)
                throw new IOException(
                        "Both %s and %s would be written to %s: take them one by one."
                                .formatted(other, file.input, file.output));
        }
    }

    private void requireNoneOf(List<Path> inputs) throws IOException {
        if (!Files.exists(output)) return;
        for (Path other : inputs)
            if (Files.isSameFile(other, output))
                throw new IOException(
                        "The output " + output + " would overwrite an input: choose another.");
    }
}
