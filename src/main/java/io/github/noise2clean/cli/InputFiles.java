package io.github.noise2clean.cli;

import io.github.noise2clean.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image files that the user named.
 *
 * @param faults a sentence for each path that holds none
 * @param several whether more than one path, or a folder, was named
 */
record InputFiles(List<Path> files, List<String> faults, boolean several) {

    /**
     * @param paths files, and folders of files
     */
    static InputFiles among(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(ImageFiles.list(path));
            } catch (IOException e) {
                faults.add(Faults.sentence(e));
            }
        }
        boolean several = paths.size() > 1 || Files.isDirectory(paths.get(0));
        return new InputFiles(List.copyOf(files), List.copyOf(faults), several);
    }
}
