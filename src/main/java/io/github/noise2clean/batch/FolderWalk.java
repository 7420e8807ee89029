package io.github.noise2clean.batch;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Gathers the files that a search takes, on a walk through a folder. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final FileSearch search;
    private final Path folder;
    private final Path output;
    private final List<Path> files = new ArrayList<>();
    private final List<FileReport> faults = new ArrayList<>();

    /**
     * @param output folder, which is not entered
     */
    FolderWalk(FileSearch search, Path folder, Path output) {
        this.search = search;
        this.folder = folder;
        this.output = output.toAbsolutePath().normalize();
    }

    /** In the order of their paths, the same on every system but for capitals. */
    List<Path> files() {
        return files.stream().sorted().toList();
    }

    /** Of what could not be looked into. */
    List<FileReport> faults() {
        return faults;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        boolean entered =
                visited.equals(folder) || !FileSearch.isHidden(visited) && !isOutput(visited);
        return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    /** A link that leads nowhere counts, so that it is reported; a pipe would block for ever. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean counts = attributes.isRegularFile() || attributes.isSymbolicLink();
        if (counts && search.takes(file)) files.add(file);
        return FileVisitResult.CONTINUE;
    }

    /** What is in a folder that a link leads back to is found without the link. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
        if (!(fault instanceof FileSystemLoopException))
            faults.add(FileReport.failed(file, 0, fault));
        return FileVisitResult.CONTINUE;
    }

    private boolean isOutput(Path path) {
        return path.toAbsolutePath().normalize().equals(output);
    }
}
