package io.github.noise2clean.batch;

import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which files of a folder are to be denoised, and what their results are called.
 *
 * <p>Never hidden files and folders, nor files whose names end with the suffix, which are results.
 *
 * @param recursive whether folders within the folder are searched too
 * @param pattern of the files' names; empty for all that are named as images that we can open
 * @param suffix of the results' names, before the extension; may be empty
 */
public record FileSearch(boolean recursive, Optional<NamePattern> pattern, String suffix) {

    /** All images of the folder itself, whose results have their names. */
    public static final FileSearch PLAIN = new FileSearch(false, Optional.empty(), "");

    public FileSearch {
        if (!suffix.matches("[^/\\\\:*?\"<>|]*"))
            throw new IllegalArgumentException(
                    "The suffix '%s' cannot be part of a file's name.".formatted(suffix));
    }

    /**
     * The file itself, or the files in the folder, in the order of their paths; and what cannot be
     * searched.
     *
     * @param output folder for the results; where it lies within the searched one, it is passed
     *     over with all that is in it
     * @throws IOException if there is no file
     */
    BatchFiles in(Path fileOrFolder, Path output) throws IOException {
        if (Files.isRegularFile(fileOrFolder))
            return new BatchFiles(
                    List.of(
                            new BatchFile(
                                    fileOrFolder, result(fileOrFolder.getFileName(), output))),
                    List.of());
        if (!Files.isDirectory(fileOrFolder))
            throw new NoSuchFileException(fileOrFolder.toString());
        return inFolder(fileOrFolder, output);
    }

    boolean takes(Path file) {
        return !isHidden(file)
                && !isResult(file)
                && pattern.map(wanted -> wanted.matches(file))
                        .orElseGet(() -> ImageFiles.isNamedAsImage(file));
    }

    static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private BatchFiles inFolder(Path folder, Path output) throws IOException {
        FolderWalk walk = new FolderWalk(this, folder, output);
        Set<FileVisitOption> options = Set.of(FileVisitOption.FOLLOW_LINKS);
        Files.walkFileTree(folder, options, recursive ? Integer.MAX_VALUE : 1, walk);
        List<BatchFile> files =
                walk.files().stream()
                        .map(file -> new BatchFile(file, result(folder.relativize(file), output)))
                        .toList();
        if (files.isEmpty() && walk.faults().isEmpty())
            throw new IOException("The folder " + folder + " holds no image files" + kind() + ".");
        return new BatchFiles(files, walk.faults());
    }

    private Path result(Path relative, Path output) {
        return output.resolve(relative).resolveSibling(baseName(relative) + suffix + ".tif");
    }

    private boolean isResult(Path file) {
        return !suffix.isEmpty() && baseName(file).endsWith(suffix);
    }

    private String kind() {
        String named = pattern.map(wanted -> " whose names match " + wanted).orElse("");
        return suffix.isEmpty()
                ? named
                : named + ", but for results, whose names end with " + suffix;
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
